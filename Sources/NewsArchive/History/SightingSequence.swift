/// The order of time of sightings, and who made them.
enum SightingSequence {
    /// Sightings of one article in their order, which are given in the order of their imports.
    static func inOrder(_ sightings: [Sighting]) -> [Sighting] {
        let keys = sightings.map { (moment($0.seen), $0.updated ?? $0.published?.secondsSince1970 ?? .min) }
        return sightings.indices
            .sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
            .map { sightings[$0] }
    }

    /// A number for when a list was taken, in the order of the dates as texts: a month comes before its first day, and a
    /// day before its first minute.
    static func moment(_ seen: LocalTime?) -> Int64 {
        guard let seen else { return .min }
        let exactness: Int64 =
            switch seen.precision {
            case .month: 0
            case .day: 1
            case .minute: 2
            }
        return seen.secondsByItsOwnClock * 3 + exactness
    }

    /// Who made the sightings that name nobody: the only one that any of them names, else nobody.
    static func unnamed<Source: Hashable>(_ sources: some Sequence<Source?>) -> Source? {
        var found: Source?
        for case let source? in sources {
            if let found, found != source { return nil }
            found = source
        }
        return found
    }
}
