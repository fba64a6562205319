/// Finds articles whose texts are nearly the same, by sketches of them.
///
/// An article takes 72 bytes, and each pair that is found 8 while they are sought.
struct SimilarTexts {
    private var ids: [ArticleID] = []
    private var bands = [[UInt32]](repeating: [], count: TextSketch.bandCount)

    mutating func reserve(_ count: Int) {
        ids.reserveCapacity(count)
        for band in bands.indices { bands[band].reserveCapacity(count) }
    }

    /// Adds an article. They come in the order of their ids.
    mutating func add(_ id: ArticleID, _ sketch: TextSketch) {
        ids.append(id)
        for (band, hash) in sketch.bands.enumerated() { bands[band].append(hash) }
    }

    /// The pairs whose sketches have a band in common.
    ///
    /// Of many that have the same one each is paired with the next in time: the same text may stand under a thousand
    /// headlines.
    func pairs() -> [ArticlePair] {
        var found: [UInt64] = []
        for band in bands {
            found += Self.neighbours(band)
            found.sort()
            found = found.eachOnce
        }
        return found.map { packed in
            ArticlePair(ids[Int(packed >> 32)], ids[Int(packed & 0xFFFF_FFFF)])
        }
    }

    private static func neighbours(_ band: [UInt32]) -> [UInt64] {
        let sorted = band.enumerated().map { UInt64($1) << 32 | UInt64($0) }.sorted()
        return zip(sorted, sorted.dropFirst()).compactMap { first, second in
            first >> 32 == second >> 32 ? (first & 0xFFFF_FFFF) << 32 | (second & 0xFFFF_FFFF) : nil
        }
    }
}

/// Two articles, the one with the lower id first.
struct ArticlePair: Hashable, Comparable {
    let first: ArticleID
    let second: ArticleID

    init(_ first: ArticleID, _ second: ArticleID) {
        self.first = min(first, second)
        self.second = max(first, second)
    }

    static func < (one: ArticlePair, other: ArticlePair) -> Bool {
        (one.first, one.second) < (other.first, other.second)
    }
}

extension Array where Element: Equatable {
    /// Of a sorted array each element once.
    var eachOnce: [Element] {
        var once: [Element] = []
        once.reserveCapacity(count)
        for element in self where element != once.last { once.append(element) }
        return once
    }
}
