import NewsArchiveSQLite

/// Holds the stored headline keys against the headlines that articles have or had.
enum HeadlineKeyComparison {
    /// Calls `body` for each article with the keys that it should have and those that it has.
    ///
    /// Headlines and keys are read side by side, each in the order of the articles: memory does not grow with the archive.
    static func run(
        _ connection: Connection, _ body: (Int64, _ wanted: Set<Int64>, _ found: Set<Int64>) throws -> Void
    ) throws {
        var headlines = try Statement(
            connection,
            """
            SELECT id, headline FROM article
            UNION ALL
            SELECT article_id, headline FROM revision
            ORDER BY 1
            """)
        var keys = try Statement(connection, "SELECT article_id, key FROM headline_key ORDER BY article_id")
        var headline = try next(&headlines) { HeadlineKey(try $0.text(1)).hash }
        var key = try next(&keys) { try $0.integer(1) }
        while let id = [headline?.id, key?.id].compactMap(\.self).min() {
            var (wanted, found) = (Set<Int64>(), Set<Int64>())
            while let one = headline, one.id == id {
                wanted.insert(one.key)
                headline = try next(&headlines) { HeadlineKey(try $0.text(1)).hash }
            }
            while let one = key, one.id == id {
                found.insert(one.key)
                key = try next(&keys) { try $0.integer(1) }
            }
            try body(id, wanted, found)
        }
    }

    private static func next(
        _ rows: inout Statement, _ key: (borrowing Statement) throws -> Int64
    ) throws -> (id: Int64, key: Int64)? {
        try rows.step() ? (try rows.integer(0), try key(rows)) : nil
    }
}
