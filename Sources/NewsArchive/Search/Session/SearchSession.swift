import NewsArchiveSQLite

/// An article found, and where the next page begins when it is the last of its own.
struct SearchHit {
    let cursor: SearchCursor
    /// How well it matches; nil where the order does not ask for it.
    let score: Double?

    var id: ArticleID { cursor.id }
}

/// An article with what is shown of it, and its place in the order.
struct PlacedResult: Sendable {
    let result: SearchResult
    let cursor: SearchCursor
}

/// A page of one archive's articles.
struct SearchPage: Sendable {
    var total: Int64?
    var next: SearchCursor?
    var results: [PlacedResult] = []
}

/// Answers one search over one connection: first which articles and in which order, then what to show of them.
///
/// In two steps because a sorter would work out the snippet of every match to throw all but the best away.
struct SearchSession {
    let connection: Connection
    var query: CompiledQuery
    let order: SearchOrder
    let limit: Int
    let cursor: SearchCursor?
    /// In how many minutes an article loses half of its score by recent relevance.
    let halfLife: Double
    /// Ends the search from another thread.
    let stop: StopFlag?

    let spill: Int64

    init(
        _ connection: Connection, _ query: CompiledQuery, _ request: SearchRequest, stop: StopFlag? = nil
    ) throws {
        self.connection = connection
        self.query = query
        self.stop = stop
        // Without a text there is no relevance.
        order = query.match == nil && request.order.isRanked ? .newest : request.order
        limit = request.limit
        cursor = request.cursor?.order == order ? request.cursor : nil
        halfLife = request.halfLifeMinutes
        // By relevance alone, nobody asks for times.
        spill = order.isRanked && query.minutes == .min ... .max ? 0 : try connection.longestSpill()
    }

    /// A page of articles, and where the next one begins if there is one.
    func page() throws -> SearchPage {
        guard limit > 0 else { return SearchPage() }
        // One more than wanted tells whether there are more.
        let found = try hits(limit + 1)
        let page = found.prefix(limit)
        let loader = try ResultLoader(connection, query)
        let results = try page.compactMap { hit in
            try loader.load(hit.id, score: hit.score).map { PlacedResult(result: $0, cursor: hit.cursor) }
        }
        return SearchPage(next: found.count > limit ? page.last?.cursor : nil, results: results)
    }

    /// The articles of the page alone.
    func foundIDs() throws -> [ArticleID] {
        limit > 0 ? try hits(limit).map(\.id) : []
    }

    private func hits(_ count: Int) throws -> [SearchHit] {
        switch order {
        case .relevance, .recentRelevance: try bestFirst(count)
        case .views: try mostViewsFirst(count)
        case .newest: try inOrderOfTime(count, within: ids, newestFirst: true)
        case .oldest: try oldestFirst(count)
        }
    }
}

extension SearchSession {
    /// What the query's rows call an article's id.
    var id: String { query.match == nil ? "article.id" : "article_search.rowid" }

    /// A statement over the articles that the query finds, its values bound.
    func prepare(
        _ columns: String, _ rest: String, joining: String = "", within range: ClosedRange<Int64>? = nil
    ) throws -> Statement {
        // An article is looked up for each match only where something is asked of it.
        let asksArticle = !query.conditions.isEmpty || "\(columns)\(rest)".contains("article.")
        let join = asksArticle ? "CROSS JOIN article ON article.id = article_search.rowid" : ""
        let rows =
            query.match == nil
            ? "article \(joining) WHERE 1"
            : "article_search \(join) \(joining) WHERE article_search MATCH ?1"
        let conditions = ConditionBuilder.balanced(
            (idConditions(range ?? ids) + query.conditions)[...], " AND ")
        let statement = try Statement(
            connection,
            """
            SELECT \(columns)
            FROM \(rows)
              AND \(conditions)
            \(rest)
            """)
        if let match = query.match { try statement.bind(1, match) }
        try statement.bind(query.bindings, from: query.match == nil ? 1 : 2)
        return statement
    }

    /// The ids that the articles asked for can have. The exact time is among the conditions; these let the index skip what
    /// is far away.
    var ids: ClosedRange<Int64> {
        let minutes = query.minutes
        let first = minutes.lowerBound > .min ? minutes.lowerBound * ArticleID.slotsPerMinute : .min
        let last =
            minutes.upperBound < .max ? (minutes.upperBound + spill + 1) * ArticleID.slotsPerMinute - 1 : .max
        return min(first, last)...max(first, last)
    }

    private func idConditions(_ ids: ClosedRange<Int64>) -> [String] {
        (ids.lowerBound > .min ? ["\(id) >= \(ids.lowerBound)"] : [])
            + (ids.upperBound < .max ? ["\(id) <= \(ids.upperBound)"] : [])
    }
}
