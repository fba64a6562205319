import NewsArchiveSQLite

/// Reads what is shown of an article that was found.
final class ResultLoader {
    private let matcher: TextMatcher?
    private var article: Statement

    init(_ connection: Connection, _ query: CompiledQuery) throws {
        matcher = query.shown.flatMap(TextMatcher.init)
        article = try Statement(
            connection,
            """
            SELECT article.published, article.precision, article.utc_offset, article.origin, article.views,
              source.name, article.url, article.headline, coalesce(body.text, '')
            FROM article
            LEFT JOIN body ON body.article_id = article.id
            LEFT JOIN source ON source.id = article.source_id
            WHERE article.id = ?1
            """)
    }

    /// What is shown of an article, with what matched where a text of the query did.
    func load(_ id: ArticleID, score: Double?) throws -> SearchResult? {
        try article.bind(1, id.rawValue)
        return try article.first { row in
            SearchResult(
                id: id, headline: HighlightedText(try row.text(7), matcher),
                published: try PublicationTime(
                    row, secondsAt: 0, precisionAt: 1, offsetAt: 2, originAt: 3),
                views: try row.optionalInteger(4), source: try row.optionalText(5),
                url: try row.optionalText(6), snippet: Passage(of: try row.text(8), matcher), score: score)
        }
    }
}

extension HighlightedText {
    fileprivate init(_ headline: String, _ matcher: TextMatcher?) {
        var headline = headline
        let highlights = headline.withUTF8 { matcher?.highlights(in: $0, of: .headline) }
        self.init(text: headline, highlights: highlights ?? [])
    }
}

extension Passage {
    /// The passage of a body that shows best what a query finds in it.
    init(of body: String, _ matcher: TextMatcher?) {
        let bytes = Array(body.utf8)
        let (instances, words) =
            bytes.withUnsafeBufferPointer { matcher?.instancesAndWords(in: $0, of: .body) } ?? ([], [])
        let range = PassageFinder.range(in: bytes, words: words, showing: instances)
        self.range = range
        text = String(decoding: bytes[range], as: UTF8.self)
        highlights = instances.map(\.range).merged().filter { $0.overlaps(range) }
            .map { $0.clamped(to: range) }
            .map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound }
        isAtStart = range.lowerBound == 0
        isAtEnd = range.upperBound == bytes.count
    }
}
