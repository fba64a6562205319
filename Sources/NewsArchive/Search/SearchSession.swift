import NewsArchiveSQLite

/// Answers one search over one connection: first which articles and in which order, then what to show of them.
///
/// In two steps because a sorter would work out the snippet of every match to throw all but the best away.
struct SearchSession {
    private static let snippetTokens = 24

    let connection: Connection
    let match: String
    let order: SearchOrder
    let limit: Int

    func results() throws -> [SearchResult] {
        let marks = HighlightMarks()
        var statement = try Statement(
            connection,
            """
            SELECT highlight(article_search, 0, ?3, ?4),
              snippet(article_search, 1, ?3, ?4, '…', \(Self.snippetTokens)),
              article.published, article.precision, article.utc_offset, article.origin, article.views,
              source.name, article.url, bm25(article_search, 10.0, 1.0), article.headline
            FROM article_search
            JOIN article ON article.id = article_search.rowid
            LEFT JOIN source ON source.id = article.source_id
            WHERE article_search MATCH ?1 AND article_search.rowid = ?2
            """)
        try statement.bind(1, match)
        try statement.bind(3, marks.opening)
        try statement.bind(4, marks.closing)
        return try hits().compactMap { id in
            try statement.bind(2, id.rawValue)
            return try statement.first { try SearchResult($0, id: id, marks: marks) }
        }
    }

    private func hits() throws -> [ArticleID] {
        guard limit > 0 else { return [] }
        return switch order {
        case .relevance: try sorted(by: "bm25(article_search, 10.0, 1.0)")
        case .views: try sorted(by: "article.views DESC NULLS LAST")
        case .newest: try inOrderOfIDs(newestFirst: true, "")
        case .oldest: try oldestFirst()
        }
    }

    private func sorted(by column: String) throws -> [ArticleID] {
        let article = order == .views ? "CROSS JOIN article ON article.id = article_search.rowid" : ""
        var statement = try Statement(
            connection,
            """
            SELECT article_search.rowid
            FROM article_search
            \(article)
            WHERE article_search MATCH ?1
            ORDER BY \(column), article_search.rowid DESC
            LIMIT ?2
            """)
        try statement.bind(1, match)
        try statement.bind(2, limit)
        return try statement.all { ArticleID(rawValue: try $0.integer(0)) }
    }

    // Articles without a date have the lowest ids, and come last all the same.
    private func oldestFirst() throws -> [ArticleID] {
        let border = ArticleID.firstDated.rawValue
        let dated = try inOrderOfIDs(newestFirst: false, "AND article_search.rowid >= \(border)")
        guard dated.count < limit else { return dated }
        let undated = try inOrderOfIDs(newestFirst: false, "AND article_search.rowid < \(border)")
        return Array((dated + undated).prefix(limit))
    }

    private func inOrderOfIDs(newestFirst: Bool, _ range: String) throws -> [ArticleID] {
        let spill = try connection.integer("SELECT longest_spill FROM archive") ?? 0
        var statement = try Statement(
            connection,
            """
            SELECT article_search.rowid, article.published
            FROM article_search
            CROSS JOIN article ON article.id = article_search.rowid
            WHERE article_search MATCH ?1 \(range)
            ORDER BY article_search.rowid \(newestFirst ? "DESC" : "ASC")
            """)
        try statement.bind(1, match)
        var order = PublicationOrder(newestFirst: newestFirst, longestSpill: spill)
        var found: [ArticleID] = []
        while found.count < limit, try statement.step() {
            let row = PublicationOrder.Row(
                id: ArticleID(rawValue: try statement.integer(0)), seconds: try statement.optionalInteger(1))
            found += order.add(row).map(\.id)
        }
        if found.count < limit { found += order.finish().map(\.id) }
        return Array(found.prefix(limit))
    }
}

extension SearchResult {
    fileprivate init(_ row: borrowing Statement, id: ArticleID, marks: HighlightMarks) throws {
        self.id = id
        // FTS5's functions end a text at a NUL; a headline is then shown whole and unmarked.
        let marked = marks.read(try row.text(0))
        let whole = try row.text(10)
        headline = marked.text == whole ? marked : HighlightedText(text: whole, highlights: [])
        snippet = marks.read(try row.text(1))
        published = try PublicationTime(row, secondsAt: 2, precisionAt: 3, offsetAt: 4, originAt: 5)
        views = try row.optionalInteger(6)
        source = try row.optionalText(7)
        url = try row.optionalText(8)
        score = -(try row.real(9))
    }
}
