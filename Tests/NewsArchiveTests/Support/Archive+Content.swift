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

    /// What a deep check finds wrong with the archive.
    func problems() async throws -> [String] {
        try await check(deep: true).problems.map { "\($0.kind.rawValue): \($0.text) (\($0.place ?? ""))" }
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
