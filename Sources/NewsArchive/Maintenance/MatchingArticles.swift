import NewsArchiveSQLite

/// All articles that a query finds, without what is shown of them.
enum MatchingArticles {
    /// Their ids, lowest first; none for a query that says nothing.
    static func ids(of query: Query, in connection: Connection) throws -> [ArticleID] {
        guard let compiled = try CompiledQuery(query, in: connection) else { return [] }
        let request = SearchRequest(order: .newest, limit: .max, cursor: nil, halfLifeDays: 1)
        return try SearchSession(connection, compiled, request).foundIDs().sorted()
    }
}
