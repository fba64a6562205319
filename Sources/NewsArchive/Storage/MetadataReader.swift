import NewsArchiveSQLite

/// Reads the rows of the table metadata as they are stored.
final class MetadataReader {
    private var find: Statement

    init(_ connection: Connection) throws {
        find = try Statement(
            connection,
            """
            SELECT id, source_id, guid, url, author, language, categories, enclosures, summary, guid_key, link_key
            FROM metadata
            WHERE article_id = ?1
            ORDER BY id
            """)
    }

    /// What is said of an article.
    func rows(of id: ArticleID) throws -> [(row: Int64, metadata: MetadataRow)] {
        try find.bind(1, id.rawValue)
        return try find.all { row in
            let texts = try (2...8).map { try row.optionalText($0) }
            let metadata = MetadataRow(
                source: try row.optionalInteger(1), texts: texts, guidKey: try row.optionalInteger(9),
                linkKey: try row.optionalInteger(10))
            return (try row.integer(0), metadata)
        }
    }
}
