import NewsArchiveSQLite

/// Reads what is kept of pruned articles.
struct PrunedReader {
    private let connection: Connection
    private let sources: [Int64: String]

    init(_ connection: Connection, sources: [Int64: String]) {
        self.connection = connection
        self.sources = sources
    }

    func all() throws -> [ExportedPruned] {
        var find = try Statement(
            connection, "SELECT id, published, precision, NULL, text_hash FROM pruned_article ORDER BY id")
        return try find.all { row in
            let id = try row.integer(0)
            return ExportedPruned(
                id: ArticleID(rawValue: id),
                published: try PublicationTime(row, secondsAt: 1, precisionAt: 2, offsetAt: 3),
                textHash: try row.optionalInteger(4), keys: try keys(of: id))
        }
    }

    private func keys(of id: Int64) throws -> [ExportedPruned.Key] {
        var find = try Statement(
            connection,
            "SELECT kind, key, source_id FROM pruned_key WHERE article_id = ?1 ORDER BY kind, key, source_id")
        try find.bind(1, id)
        return try find.all { row in
            ExportedPruned.Key(
                kind: try row.text(0), key: try row.integer(1), source: sources[try row.integer(2)])
        }
    }
}
