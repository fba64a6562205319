import NewsArchiveSQLite

/// Finds what standing queries have to tell.
struct WatchReader {
    private let connection: Connection
    private let stop: StopFlag?

    init(_ connection: Connection, stop: StopFlag? = nil) {
        self.connection = connection
        self.stop = stop
    }

    /// What a watch has to tell.
    func news(of watch: Watch, limit: Int) throws -> WatchNews {
        let change = try connection.integer("SELECT last_change FROM archive") ?? 0
        let limit = max(0, min(limit, Int(Int32.max)))
        guard let compiled = try CompiledQuery(Query(watch.query), in: connection, stop: stop),
            let range = try changed(since: watch.toldChange)
        else { return WatchNews(watch: watch, articles: [], isComplete: true, change: change) }
        let query = compiled.asking(
            [
                "article.changed_in > ?",
                "NOT EXISTS (SELECT 1 FROM watch_match WHERE article_id = article.id AND watch_id = ?)",
            ], [.integer(watch.toldChange), .integer(watch.id)])
        let found = try ids(of: query, within: range, limit + 1)
        let loader = try ResultLoader(connection, query)
        return WatchNews(
            watch: watch,
            articles: try found.prefix(limit).compactMap { try loader.load($0, score: nil) },
            isComplete: found.count <= limit, change: change)
    }

    // The ids among which all that changed is: new articles are the latest mostly, so that the index is asked for its end alone.
    private func changed(since change: Int64) throws -> ClosedRange<Int64>? {
        var border = try Statement(
            connection, "SELECT min(id), max(id) FROM article WHERE changed_in > ?1")
        try border.bind(1, change)
        let found: ClosedRange<Int64>?? = try border.first { row in
            guard let first = try row.optionalInteger(0), let last = try row.optionalInteger(1) else {
                return nil
            }
            return first...max(first, last)
        }
        return found ?? nil
    }

    private func ids(
        of query: CompiledQuery, within range: ClosedRange<Int64>, _ limit: Int
    ) throws -> [ArticleID] {
        let session = try SearchSession(connection, query, SearchRequest(), stop: stop)
        guard session.ids.overlaps(range) else { return [] }
        var rows = try session.prepare(
            session.id,
            """
            ORDER BY \(session.id)
            LIMIT \(limit)
            """, within: session.ids.clamped(to: range))
        return try rows.all { ArticleID(rawValue: try $0.integer(0)) }
    }
}
