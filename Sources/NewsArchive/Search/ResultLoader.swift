import NewsArchiveSQLite

/// Reads what is shown of an article that was found.
final class ResultLoader {
    private static let snippetTokens = 24

    private let marks = HighlightMarks()
    private let query: CompiledQuery
    private var marked: Statement
    private var plain: Statement

    private static let columns = """
        article.published, article.precision, article.utc_offset, article.origin, article.views, source.name,
          article.url, article.headline
        """

    init(_ connection: Connection, _ query: CompiledQuery) throws {
        self.query = query
        marked = try Statement(
            connection,
            """
            SELECT \(Self.columns), highlight(article_search, 0, ?3, ?4),
              snippet(article_search, 1, ?3, ?4, '…', \(Self.snippetTokens)), bm25(article_search, 10.0, 1.0)
            FROM article_search
            JOIN article ON article.id = article_search.rowid
            LEFT JOIN source ON source.id = article.source_id
            WHERE article_search MATCH ?1 AND article_search.rowid = ?2
            """)
        plain = try Statement(
            connection,
            """
            SELECT \(Self.columns), substr(coalesce(body.text, ''), 1, 160)
            FROM article
            LEFT JOIN body ON body.article_id = article.id
            LEFT JOIN source ON source.id = article.source_id
            WHERE article.id = ?1
            """)
    }

    /// What is shown of an article, with what matched where a text of the query did.
    func load(_ id: ArticleID) throws -> SearchResult? {
        if let match = query.match ?? query.highlightMatch {
            try marked.bind(1, match)
            try marked.bind(2, id.rawValue)
            try marked.bind(3, marks.opening)
            try marked.bind(4, marks.closing)
            let isRanked = query.match != nil
            if let found = try marked.first({
                try SearchResult(marked: $0, id: id, marks, isRanked: isRanked)
            }) {
                return found
            }
        }
        try plain.bind(1, id.rawValue)
        return try plain.first { try SearchResult(plain: $0, id: id) }
    }
}

extension SearchResult {
    fileprivate init(
        marked row: borrowing Statement, id: ArticleID, _ marks: HighlightMarks, isRanked: Bool
    ) throws {
        // FTS5's functions end a text at a NUL; a headline is then shown whole and unmarked.
        let headline = marks.read(try row.text(8))
        let whole = try row.text(7)
        let isWhole = headline.text == whole
        try self.init(
            row, id: id, headline: isWhole ? headline : HighlightedText(text: whole, highlights: []),
            snippet: marks.read(try row.text(9)), score: isRanked ? -(try row.real(10)) : 0)
    }

    fileprivate init(plain row: borrowing Statement, id: ArticleID) throws {
        let beginning = try row.text(8)
        let snippet = beginning.count < 160 ? beginning : beginning + "…"
        try self.init(
            row, id: id, headline: HighlightedText(text: try row.text(7), highlights: []),
            snippet: HighlightedText(text: snippet, highlights: []), score: 0)
    }

    private init(
        _ row: borrowing Statement, id: ArticleID, headline: HighlightedText, snippet: HighlightedText,
        score: Double
    ) throws {
        self.id = id
        self.headline = headline
        self.snippet = snippet
        self.score = score
        published = try PublicationTime(row, secondsAt: 0, precisionAt: 1, offsetAt: 2, originAt: 3)
        views = try row.optionalInteger(4)
        source = try row.optionalText(5)
        url = try row.optionalText(6)
    }
}
