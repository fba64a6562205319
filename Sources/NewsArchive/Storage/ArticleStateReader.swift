import NewsArchiveSQLite

/// Reads what articles say.
final class ArticleStateReader {
    private var article: Statement

    init(_ connection: Connection) throws {
        article = try Statement(
            connection,
            """
            SELECT headline, coalesce(body.text, ''), credit, published, precision, utc_offset, origin, views, url,
              source_id
            FROM article
            LEFT JOIN body ON body.article_id = article.id
            WHERE article.id = ?1
            """)
    }

    /// What an article says; nil when there is none with this id.
    ///
    /// - Parameter known: A headline and a text that it may have. Then these are its own, and no copies are made.
    func state(of id: ArticleID, sharing known: ParsedArticle? = nil) throws -> ArticleState? {
        try article.bind(1, id.rawValue)
        return try article.first { row in
            ArticleState(
                wording: Wording(
                    headline: try row.text(0, sharing: known?.headline),
                    body: ParsedText(validUTF8: try row.utf8(1, sharing: known?.body.utf8)),
                    credit: try row.optionalText(2)),
                published: try PublicationTime(row, secondsAt: 3, precisionAt: 4, offsetAt: 5, originAt: 6),
                views: try row.optionalInteger(7), url: try row.optionalText(8),
                source: try row.optionalInteger(9))
        }
    }
}
