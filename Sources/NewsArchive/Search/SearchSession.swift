import NewsArchiveSQLite

/// Answers one search over one connection: first which articles and in which order, then what to show of them.
///
/// In two steps because a sorter would work out the snippet of every match to throw all but the best away.
struct SearchSession {
    let connection: Connection
    let query: CompiledQuery
    let order: SearchOrder
    let limit: Int
    let cursor: SearchCursor?

    private let spill: Int64

    init(
        _ connection: Connection, _ query: CompiledQuery, order: SearchOrder, limit: Int,
        after cursor: SearchCursor?
    ) throws {
        self.connection = connection
        self.query = query
        // Without a text there is no relevance.
        self.order = query.match == nil && order == .relevance ? .newest : order
        self.limit = limit
        self.cursor = cursor?.order == self.order ? cursor : nil
        spill = try connection.longestSpill()
    }

    /// A page of articles, and where the next one begins if there is one.
    func page() throws -> (results: [SearchResult], next: SearchCursor?) {
        guard limit > 0 else { return ([], nil) }
        // One more than wanted tells whether there are more.
        let found = try hits(limit + 1)
        let page = found.prefix(limit)
        let loader = try ResultLoader(connection, query)
        return (try page.compactMap { try loader.load($0.id) }, found.count > limit ? page.last : nil)
    }

    /// How many articles there are in all.
    func count() throws -> Int64 {
        var statement = try prepare("count(*)", "")
        return try statement.first { try $0.integer(0) } ?? 0
    }

    private func hits(_ count: Int) throws -> [SearchCursor] {
        switch order {
        case .relevance: try sorted(count, "bm25(article_search, 10.0, 1.0)", isDescending: false)
        case .views: try sorted(count, "coalesce(article.views, -1)", isDescending: true)
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
        for (index, binding) in query.bindings.enumerated() {
            let parameter = Int32(index + (query.match == nil ? 1 : 2))
            switch binding {
            case .integer(let value): try statement.bind(parameter, value)
            case .text(let value): try statement.bind(parameter, value)
            }
        }
        return statement
    }

    // The exact time is among the conditions; these let the index skip what is far away.
    private var idConditions: [String] {
        var conditions: [String] = []
        if query.minutes.lowerBound > .min {
            conditions.append("\(id) >= \(query.minutes.lowerBound * ArticleID.slotsPerMinute)")
        }
        if query.minutes.upperBound < .max {
            let last = query.minutes.upperBound + spill + 1
            conditions.append("\(id) < \(last * ArticleID.slotsPerMinute)")
        }
        return conditions
    }

    private func sorted(_ count: Int, _ column: String, isDescending: Bool) throws -> [SearchCursor] {
        let direction = isDescending ? "DESC" : "ASC"
        var after = ""
        if let cursor {
            let comparison = isDescending ? "<" : ">"
            after = """
                AND (\(column) \(comparison) \(cursor.value)
                  OR (\(column) = \(cursor.value) AND \(id) < \(cursor.id)))
                """
        }
        var statement = try prepare(
            "\(id), \(column)",
            """
            \(after)
            ORDER BY \(column) \(direction), \(id) DESC
            LIMIT \(count)
            """)
        return try statement.all { row in
            SearchCursor(
                order: order, value: try row.real(1), id: ArticleID(rawValue: try row.integer(0)))
        }
    }

    // Articles without a date have the lowest ids, and come last all the same.
    private func oldestFirst(_ count: Int) throws -> [SearchCursor] {
        let border = ArticleID.firstDated
        var found: [SearchCursor] = []
        if cursor.map({ $0.id >= border }) ?? true {
            found = try inOrderOfTime(count, "AND \(id) >= \(border)", newestFirst: false)
        }
        guard found.count < count else { return found }
        return found + (try inOrderOfTime(count - found.count, "AND \(id) < \(border)", newestFirst: false))
    }

    private func inOrderOfTime(_ count: Int, _ range: String, newestFirst: Bool) throws -> [SearchCursor] {
        var statement = try prepare(
            "\(id), article.published",
            """
            \(range)
            \(rangeAfterCursor(newestFirst))
            ORDER BY \(id) \(newestFirst ? "DESC" : "ASC")
            """)
        var order = PublicationOrder(newestFirst: newestFirst, longestSpill: spill)
        var found: [SearchCursor] = []
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

    private func hit(_ row: PublicationOrder.Row) -> SearchCursor? {
        let hit = SearchCursor(order: order, value: Double(row.time), id: row.id)
        guard let cursor else { return hit }
        let (mine, last) = ((hit.value, hit.id), (cursor.value, cursor.id))
        return (order == .newest ? mine < last : isAfterOldestFirst(hit, cursor)) ? hit : nil
    }

    private func isAfterOldestFirst(_ hit: SearchCursor, _ cursor: SearchCursor) -> Bool {
        let (isDated, wasDated) = (hit.id >= .firstDated, cursor.id >= .firstDated)
        guard isDated == wasDated else { return wasDated }
        return (hit.value, hit.id) > (cursor.value, cursor.id)
    }
}
