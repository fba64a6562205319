/// How the articles that a query finds are asked for.
struct SearchRequest: Sendable {
    var order = SearchOrder.newest
    var limit = 0
    var cursor: SearchCursor?
    /// In how many minutes an article loses half of its score by recent relevance.
    var halfLifeMinutes = 365.0 * 1440

    /// - Parameter halfLifeDays: what is no time becomes the shortest one.
    init(order: SearchOrder, limit: Int, cursor: SearchCursor?, halfLifeDays: Double) {
        self.order = order
        // One more than asked for is looked for; no page has as many as this.
        self.limit = max(0, min(limit, Int(Int32.max)))
        self.cursor = cursor
        let minutes = halfLifeDays * 1440
        halfLifeMinutes = minutes.isNaN ? 1 : min(max(minutes, 1), 1e12)
    }

    /// For counts, which ask for no page.
    init() {}
}

extension SearchOrder {
    /// Whether the order says how well an article matches.
    var isRanked: Bool { self == .relevance || self == .recentRelevance }
}
