import NewsArchiveSQLite

/// The 4-word shingles of a text: what is compared when two records bear one headline.
struct Shingles: Sendable {
    let wordCount: Int
    // Sorted and without repeats, so that two of them are compared in one pass.
    let hashes: [UInt64]

    private static let length = 4

    /// Bytes of a text that are compared: more than nearly any article has, and little enough for the longest.
    static let comparedBytes = 65_536

    init(_ text: [UInt8]) {
        let words = Folding.fold(Array(text.prefix(Self.comparedBytes)), splitsIdeographs: true)
            .split(separator: UInt8(ascii: " "))
            .map { FNV1a.hash($0) }
        wordCount = words.count
        let starts = 0..<max(0, words.count - Self.length + 1)
        let all = starts.map { start in
            words[start..<start + Self.length].reduce(UInt64(0)) { ($0 &+ $1) &* 0x9E37_79B9_7F4A_7C15 }
        }
        hashes = Set(all).sorted()
    }

    /// Per mille of the shorter one's shingles that the longer one has; nil where one is too short to have any.
    func share(in other: Shingles) -> Int? {
        let fewest = min(hashes.count, other.hashes.count)
        return fewest == 0 ? nil : countShared(with: other) * 1000 / fewest
    }

    func countShared(with other: Shingles) -> Int {
        var shared = 0
        var (mine, theirs) = (0, 0)
        while mine < hashes.count, theirs < other.hashes.count {
            let (first, second) = (hashes[mine], other.hashes[theirs])
            if first == second { shared += 1 }
            if first <= second { mine += 1 }
            if second <= first { theirs += 1 }
        }
        return shared
    }
}

/// Whether two texts under one headline are wordings of one article.
enum TextAgreement: Equatable {
    /// They are; per mille of the shorter one's shingles that the longer one has.
    case agree(Int)
    /// They are not.
    case disagree(Int)
    /// One of them is too short to tell: they are taken for one.
    case tooShort

    /// Texts of fewer words are not told apart.
    static let leastWords = 40

    /// Texts with less than this in common are two articles.
    ///
    /// 500 per mille, not the 300 that the rule was drafted with: three issues of a column, 57 to 60 words each, share
    /// 444 per mille by their closing formulas alone, and are three articles all the same. A text and its shortened or
    /// extended version share nearly all of the shorter one.
    static let leastAgreement = 500

    init(_ first: Shingles, _ second: Shingles) {
        guard min(first.wordCount, second.wordCount) >= Self.leastWords else {
            self = .tooShort
            return
        }
        let agreement = first.share(in: second) ?? 0
        self = agreement >= Self.leastAgreement ? .agree(agreement) : .disagree(agreement)
    }
}
