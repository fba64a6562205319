import NewsArchiveSQLite

@testable import NewsArchive

extension Archive {
    /// All that an archive says of its articles, in an order that does not depend on how it came to be.
    func content() async throws -> [String] {
        try await read { connection in
            let queries = [
                """
                SELECT article.id || '|' || headline || '|' || coalesce(published, '') || '|' || coalesce(precision, '')
                  || '|' || origin || '|' || coalesce(views, '') || '|' || coalesce(credit, '')
                  || '|' || coalesce(text, '')
                FROM article LEFT JOIN body ON article_id = article.id ORDER BY article.id
                """,
                """
                SELECT sighting.article_id || '|' || dump_id || '|' || position || '|' || coalesce(seen, '') || '|'
                  || coalesce(published, '') || '|' || coalesce(views, '') || '|' || rule_id || '|'
                  || coalesce(agreement, '') || '|' || coalesce(revision.headline || revision.body, '')
                FROM sighting LEFT JOIN revision ON revision.id = revision_id
                ORDER BY sighting.article_id, dump_id, position
                """,
                "SELECT article_id || headline || body FROM revision ORDER BY 1",
                "SELECT key || '|' || article_id FROM headline_key ORDER BY 1",
                "SELECT position || '|' || line || '|' || byte_offset || '|' || reason FROM rejection ORDER BY 1",
                "SELECT records || '|' || added || '|' || seen_again || '|' || revised || '|' || rejected FROM dump",
            ]
            return try queries.flatMap { sql in
                var statement = try Statement(connection, sql)
                return try statement.all { try $0.text(0) }
            }
        }
    }

    /// What SQLite and FTS5 find wrong with the archive.
    func problems() async throws -> [String] {
        try await pool.writer.run { connection in
            var integrity = try Statement(connection, "PRAGMA integrity_check")
            let found = try integrity.all { try $0.text(0) }.filter { $0 != "ok" }
            var keys = try Statement(connection, "PRAGMA foreign_key_check")
            let dangling = try keys.all { try $0.text(0) }
            // With rank 1 the index is compared with the texts, too.
            try connection.execute(
                "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")
            return found + dangling + (try Self.wrongSizes(connection))
        }
    }

    // Blocks that say something else than FTS5's own rows, and whether all articles are in one.
    private static func wrongSizes(_ connection: Connection) throws -> [String] {
        var blocks = try Statement(
            connection,
            """
            SELECT first_id
            FROM document_sizes AS block
            WHERE length(sizes) > 12 * 256 OR sizes IS NOT (
              SELECT newsarchive_size_block(id, sz)
              FROM article_search_docsize
              WHERE id >= first_id AND id < coalesce(
                (SELECT min(first_id) FROM document_sizes WHERE first_id > block.first_id), 9223372036854775807)
            )
            """)
        let wrong = try blocks.all { "block \(try $0.integer(0))" }
        let missing = try connection.integer(
            """
            SELECT (SELECT count(*) FROM article_search_docsize)
              - (SELECT coalesce(sum(length(sizes)), 0) / 12 FROM document_sizes)
            """)
        return missing == 0 ? wrong : wrong + ["\(missing ?? 0) sizes missing"]
    }

    /// The ids of the articles that a search finds, in order.
    func ids(_ query: String, _ order: SearchOrder = .relevance, limit: Int = 100) async throws -> [ArticleID]
    {
        try await search(query, order: order, limit: limit).results.map(\.id)
    }

    /// The one article that a search finds.
    func only(_ query: String) async throws -> Article? {
        let found = try await ids(query)
        guard found.count == 1 else { return nil }
        return try await article(found[0])
    }
}

extension Archive {
    /// The ids of all articles, oldest first.
    func articleIDs() async throws -> [ArticleID] {
        try await read { connection in
            var statement = try Statement(connection, "SELECT id FROM article ORDER BY id")
            return try statement.all { ArticleID(rawValue: try $0.integer(0)) }
        }
    }
}
