/// What an article says, worked out from its sightings alone.
///
/// An import comes to the same as it goes. Whatever takes sightings away, or puts them together, asks here.
struct ArticleComposition {
    let state: ArticleState
    /// The wordings that the sightings show, in the order of the sightings that were given.
    let shown: [Wording]

    /// nil without sightings: then there is no article.
    ///
    /// - Parameter urls: the addresses that the rows of metadata state.
    init?(_ sightings: [DossierSighting], urls: [Int64: String]) {
        let ordered = sightings.indices.sorted { sightings[$0].order < sightings[$1].order }
        guard !ordered.isEmpty else { return nil }
        let wordings = Self.wordings(sightings, ordered)
        shown = wordings.shown
        let imported = sightings.sorted { ($0.isJoined ? 1 : 0, $0.place) < ($1.isJoined ? 1 : 0, $1.place) }
        let latest = ordered.reversed().lazy.map { sightings[$0] }
        state = ArticleState(
            wording: wordings.present, published: Self.published(imported),
            views: latest.compactMap(\.views).first,
            url: latest.compactMap { $0.metadata.flatMap { urls[$0] } }.first,
            source: imported.lazy.compactMap(\.source).first)
    }

    private static func wordings(
        _ sightings: [DossierSighting], _ ordered: [Int]
    ) -> (present: Wording, shown: [Wording]) {
        var history = WordingHistory(sightings[ordered[0]].stating)
        var places = [Int](repeating: 0, count: sightings.count)
        for index in ordered { places[index] = history.add(sightings[index].stating) }
        return (history.present, places.map { history.wording(at: $0) })
    }

    // What was joined by hand comes last: the article that stayed keeps its time, and so its id.
    // The time that was stated first; else the date of the first list, where its format lets that stand in.
    private static func published(_ imported: [DossierSighting]) -> PublicationTime? {
        if let stated = imported.lazy.compactMap(\.stated).first { return stated }
        guard let first = imported.first, first.isDatedByList else { return nil }
        return first.seen.flatMap(LocalTime.init(iso8601:)).map {
            PublicationTime(StatedTime($0), origin: .dump, rule: .utc)
        }
    }
}
