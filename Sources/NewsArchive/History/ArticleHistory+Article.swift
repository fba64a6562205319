extension ArticleHistory {
    /// The history that an article's sightings and wordings tell.
    init(_ article: Article) {
        let sightings = SightingSequence.inOrder(article.sightings)
        let unnamed = SightingSequence.unnamed(sightings.map(\.source))
        let sources = sightings.map { $0.source ?? unnamed }
        self.article = article
        steps = WordingSteps(article, sightings, sources).steps
        curves = ViewCurve.curves(sightings, sources)
    }
}

/// Puts sightings together that showed the same wording.
private struct WordingSteps {
    private let article: Article
    private(set) var steps: [WordingStep] = []
    // The step that each source is at.
    private var present: [String?: Int] = [:]

    init(_ article: Article, _ sightings: [Sighting], _ sources: [String?]) {
        self.article = article
        for index in sightings.indices {
            let next = sightings[(index + 1)...].indices.first { sources[$0] == sources[index] }
            let isRepeated = next.map { sightings[$0].seen == sightings[index].seen } ?? false
            add(sightings[index], of: sources[index], isLast: !isRepeated || sightings[index].seen == nil)
        }
    }

    /// - Parameter isLast: Whether the source listed the article only once in this list, or this is the later record.
    private mutating func add(_ sighting: Sighting, of source: String?, isLast: Bool) {
        let wording = sighting.revision
        if let step = present[source], steps[step].revision == wording {
            steps[step].sightings.append(sighting)
        } else if let step = present.values.filter({ steps[$0].revision == wording }).max() {
            // Another source shows it already.
            steps[step].sightings.append(sighting)
            present[source] = step
        } else if !isLast, let step = steps.lastIndex(where: { $0.revision == wording }) {
            // A list that has an article in two wordings changes neither, however often it comes.
            steps[step].sightings.append(sighting)
        } else {
            steps.append(step(sighting, after: present[source] ?? steps.indices.last))
            present[source] = steps.count - 1
        }
    }

    private func step(_ sighting: Sighting, after previous: Int?) -> WordingStep {
        guard let number = sighting.revision, article.revisions.indices.contains(number) else {
            return WordingStep(
                headline: article.headline, body: article.body, credit: article.credit, revision: nil,
                previous: previous, sightings: [sighting])
        }
        let wording = article.revisions[number]
        return WordingStep(
            headline: wording.headline, body: wording.body, credit: wording.credit, revision: number,
            previous: previous, sightings: [sighting])
    }
}

extension ViewCurve {
    /// A curve for each source, in the order in which they first counted.
    fileprivate static func curves(_ sightings: [Sighting], _ sources: [String?]) -> [ViewCurve] {
        var order: [String?] = []
        var counted: [String?: [Sighting]] = [:]
        for (sighting, source) in zip(sightings, sources) where sighting.views != nil {
            if counted[source] == nil { order.append(source) }
            if let last = counted[source]?.last, let seen = last.seen, seen == sighting.seen {
                counted[source]?.removeLast()
            }
            counted[source, default: []].append(sighting)
        }
        return order.map { ViewCurve(source: $0, points: points(counted[$0] ?? [])) }
    }

    private static func points(_ sightings: [Sighting]) -> [ViewPoint] {
        var points: [ViewPoint] = []
        for sighting in sightings {
            guard let views = sighting.views else { continue }
            var gain: Int64?
            if sighting.seen != nil, let last = points.last, last.seen != nil {
                gain = views.gain(over: last.views)
            }
            points.append(ViewPoint(seen: sighting.seen, views: views, gain: gain, dump: sighting.dump))
        }
        return points
    }
}

extension Int64 {
    /// The difference of two counts. An archive from a stranger may hold any.
    func gain(over earlier: Int64) -> Int64 {
        let (difference, isTooLarge) = subtractingReportingOverflow(earlier)
        return isTooLarge ? (self < earlier ? .min : .max) : difference
    }
}
