/// By how much the views of an article grew, as one source counted them.
struct Gain: Equatable {
    let article: Int64
    let source: Int64?
    let viewsBefore: Int64
    let views: Int64
    let gain: Int64
    /// The moments of both counts, as ``SightingSequence`` numbers them.
    let from: Int64
    let to: Int64
}

/// What was counted at the sightings of one article, one article after the other.
struct CountsOfArticle {
    private struct Count {
        var source: Int64?
        let moment: Int64
        let stamp: Int64
        let views: Int64
        /// In the order of the imports.
        let place: Int
    }

    private(set) var article: Int64?
    private var counts: [Count] = []
    // The first moment after the day from which gains are counted.
    private let end: Int64

    /// - Parameter day: Any second of the day on which a count is one from before.
    init(untilEndOf day: Int64) {
        let midnight = (day.flooredQuotient(86_400) + 1) * 86_400
        end = midnight * 3
    }

    mutating func begin(_ article: Int64) {
        self.article = article
        counts.removeAll(keepingCapacity: true)
    }

    /// Adds a sighting of the article; they come in the order in which they were imported.
    mutating func add(source: Int64?, moment: Int64, stamp: Int64?, views: Int64) {
        counts.append(
            Count(source: source, moment: moment, stamp: stamp ?? .min, views: views, place: counts.count))
    }

    /// The gain of the source that gained most; nil when none did.
    mutating func most() -> Gain? {
        guard let article, counts.count > 1 else { return nil }
        if let unnamed = SightingSequence.unnamed(counts.lazy.map(\.source)) {
            for index in counts.indices where counts[index].source == nil { counts[index].source = unnamed }
        }
        counts.sort {
            ($0.source ?? .min, $0.moment, $0.stamp, $0.place) < (
                $1.source ?? .min, $1.moment, $1.stamp, $1.place
            )
        }
        var best: Gain?
        for counts in counts.chunked(by: { $0.source == $1.source }) {
            guard let gain = gain(counts, article) else { continue }
            if best.map({ gain.gain > $0.gain }) ?? true { best = gain }
        }
        return best
    }

    /// The gain that the counts of one source tell.
    private func gain(_ counts: ArraySlice<Count>, _ article: Int64) -> Gain? {
        // Of two counts of one moment that of the later record.
        let points = counts.indices.filter {
            $0 + 1 == counts.endIndex || counts[$0].moment != counts[$0 + 1].moment
        }
        .map { counts[$0] }
        guard let latest = points.last, points.count > 1 else { return nil }
        let start = points.lastIndex { $0.moment < end } ?? 0
        let before = points[start]
        let lowest = points[(start + 1)...].map(\.views).min() ?? latest.views
        let gain = latest.views.gain(over: latest.views < before.views ? lowest : before.views)
        guard gain > 0 else { return nil }
        return Gain(
            article: article, source: before.source, viewsBefore: before.views, views: latest.views,
            gain: gain,
            from: before.moment, to: latest.moment)
    }
}

extension Array {
    /// The runs of neighbours that belong together.
    fileprivate func chunked(by isTogether: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var chunks: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices where index + 1 == endIndex || !isTogether(self[index], self[index + 1]) {
            chunks.append(self[start...index])
            start = index + 1
        }
        return chunks
    }
}
