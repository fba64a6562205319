import NewsArchiveSQLite

/// An article found, and where the next page begins when it is the last of its own.
struct SearchHit {
    let cursor: SearchCursor
    /// How well it matches; nil where the order does not ask for it.
    let score: Double?

    var id: ArticleID { cursor.id }
}

/// Answers one search over one connection: first which articles and in which order, then what to show of them.
///
/// In two steps because a sorter would work out the snippet of every match to throw all but the best away.
struct SearchSession {
    let connection: Connection
    let query: CompiledQuery
    let order: SearchOrder
    let limit: Int
    let cursor: SearchCursor?
    /// In how many minutes an article loses half of its score by recent relevance.
    let halfLife: Double
    /// Ends the search from another thread.
    let stop: StopFlag?

    private let spill: Int64

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
        spill = try connection.longestSpill()
    }

    /// A page of articles, and where the next one begins if there is one.
    func page() throws -> (results: [SearchResult], next: SearchCursor?) {
        guard limit > 0 else { return ([], nil) }
        // One more than wanted tells whether there are more.
        let found = try hits(limit + 1)
        let page = found.prefix(limit)
        let loader = try ResultLoader(connection, query)
        return (
            try page.compactMap { try loader.load($0.id, score: $0.score) },
            found.count > limit ? page.last?.cursor : nil
        )
    }

    /// How many articles there are in all.
    func count() throws -> Int64 {
        var statement = try prepare("count(*)", "")
        return try statement.first { try $0.integer(0) } ?? 0
    }

    private func hits(_ count: Int) throws -> [SearchHit] {
        switch order {
        case .relevance, .recentRelevance: try bestFirst(count)
        case .views: try mostViewsFirst(count)
        case .newest: try inOrderOfTime(count, "", newestFirst: true)
        case .oldest: try oldestFirst(count)
        }
    }
}

extension SearchSession {
    /// What the query's rows call an article's id.
    var id: String { query.match == nil ? "article.id" : "article_search.rowid" }

    /// A statement over the articles that the query finds, its values bound.
    func prepare(_ columns: String, _ rest: String, joining: String = "") throws -> Statement {
        // An article is looked up for each match only where something is asked of it.
        let asksArticle = !query.conditions.isEmpty || "\(columns)\(rest)".contains("article.")
        let join = asksArticle ? "CROSS JOIN article ON article.id = article_search.rowid" : ""
        let rows =
            query.match == nil
            ? "article \(joining) WHERE 1"
            : "article_search \(join) \(joining) WHERE article_search MATCH ?1"
        let conditions = (idConditions + query.conditions).map { "AND \($0)" }.joined(separator: "\n")
        let statement = try Statement(
            connection,
            """
            SELECT \(columns)
            FROM \(rows)
            \(conditions)
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

    private var idConditions: [String] {
        let ids = ids
        return (ids.lowerBound > .min ? ["\(id) >= \(ids.lowerBound)"] : [])
            + (ids.upperBound < .max ? ["\(id) <= \(ids.upperBound)"] : [])
    }

    /// Tells of an article whether the conditions beside the text hold for it.
    func filter() throws -> (Int64) throws -> Bool {
        let filter = try ArticleFilter(connection, query)
        return { try filter.accepts($0) }
    }

    private func mostViewsFirst(_ count: Int) throws -> [SearchHit] {
        let column = "coalesce(article.views, -1)"
        var after = ""
        if let cursor {
            after = """
                AND (\(column) < \(cursor.value)
                  OR (\(column) = \(cursor.value) AND \(id) < \(cursor.id)))
                """
        }
        var statement = try prepare(
            "\(id), \(column)",
            """
            \(after)
            ORDER BY \(column) DESC, \(id) DESC
            LIMIT \(count)
            """)
        return try statement.all { row in
            let id = ArticleID(rawValue: try row.integer(0))
            return SearchHit(
                cursor: SearchCursor(order: order, value: try row.real(1), id: id), score: nil)
        }
    }

    // Articles without a date have the lowest ids, and come last all the same.
    private func oldestFirst(_ count: Int) throws -> [SearchHit] {
        let border = ArticleID.firstDated
        var found: [SearchHit] = []
        if cursor.map({ $0.id >= border }) ?? true {
            found = try inOrderOfTime(count, "AND \(id) >= \(border)", newestFirst: false)
        }
        guard found.count < count else { return found }
        return found + (try inOrderOfTime(count - found.count, "AND \(id) < \(border)", newestFirst: false))
    }

    private func inOrderOfTime(_ count: Int, _ range: String, newestFirst: Bool) throws -> [SearchHit] {
        var statement = try prepare(
            "\(id), article.published",
            """
            \(range)
            \(rangeAfterCursor(newestFirst))
            ORDER BY \(id) \(newestFirst ? "DESC" : "ASC")
            """)
        var order = PublicationOrder(newestFirst: newestFirst, longestSpill: spill)
        var found: [SearchHit] = []
        while found.count < count, try statement.step() {
            let row = PublicationOrder.Row(
                id: ArticleID(rawValue: try statement.integer(0)), seconds: try statement.optionalInteger(1))
            found += order.add(row).compactMap(hit)
        }
        if found.count < count { found += order.finish().compactMap(hit) }
        return Array(found.prefix(count))
    }

    // Where a page went on, articles of the cursor's minute and of those that spilled over may be on either side.
    private func rangeAfterCursor(_ newestFirst: Bool) -> String {
        guard let cursor, cursor.id >= .firstDated else { return "" }
        let minute = Int64(cursor.value).flooredQuotient(60)
        return newestFirst
            ? "AND \(id) < \((minute + spill + 1) * ArticleID.slotsPerMinute)"
            : "AND \(id) >= \(minute * ArticleID.slotsPerMinute)"
    }

    private func hit(_ row: PublicationOrder.Row) -> SearchHit? {
        let hit = SearchCursor(order: order, value: Double(row.time), id: row.id)
        guard let cursor else { return SearchHit(cursor: hit, score: nil) }
        let (mine, last) = ((hit.value, hit.id), (cursor.value, cursor.id))
        let isAfter = order == .newest ? mine < last : isAfterOldestFirst(hit, cursor)
        return isAfter ? SearchHit(cursor: hit, score: nil) : nil
    }

    private func isAfterOldestFirst(_ hit: SearchCursor, _ cursor: SearchCursor) -> Bool {
        let (isDated, wasDated) = (hit.id >= .firstDated, cursor.id >= .firstDated)
        guard isDated == wasDated else { return wasDated }
        return (hit.value, hit.id) > (cursor.value, cursor.id)
    }
}
