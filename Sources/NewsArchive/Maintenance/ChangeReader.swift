import NewsArchiveSQLite

/// Reads what changed in an archive since a moment.
struct ChangeReader {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// A page of changes.
    func changes(since cursor: ChangeCursor, limit: Int) throws -> ArticleChanges {
        let limit = max(0, min(limit, 1 << 30))
        let found = try rows(after: cursor, limit + 1)
        let page = found.prefix(limit)
        let isComplete = found.count <= limit
        let last = page.last?.position ?? (cursor.change, cursor.id)
        let change = isComplete ? max(last.0, try lastChange()) : last.0
        return ArticleChanges(
            changes: page.map(\.change),
            next: ChangeCursor(
                base: isComplete ? change : cursor.base, change: change,
                id: isComplete ? .max : last.1),
            isComplete: isComplete)
    }

    private func lastChange() throws -> Int64 {
        try connection.integer("SELECT last_change FROM archive") ?? 0
    }

    private struct Row {
        let position: (Int64, Int64)
        let change: ArticleChange
    }

    private func rows(after cursor: ChangeCursor, _ limit: Int) throws -> [Row] {
        // Each side by its own index, so that a page costs what it holds.
        var find = try Statement(
            connection,
            """
            SELECT * FROM (
              SELECT changed_in AS change, id, iif(added_in > ?3, 'added', 'revised') AS kind, NULL AS successor
              FROM article
              WHERE (changed_in, id) > (?1, ?2)
              ORDER BY changed_in, id
              LIMIT ?4
            )
            UNION ALL
            SELECT * FROM (
              SELECT removed_in, removed_article.id, 'removed', former_id.article_id
              FROM removed_article
              LEFT JOIN former_id ON former_id.id = removed_article.id
              WHERE (removed_in, removed_article.id) > (?1, ?2)
              ORDER BY removed_in, removed_article.id
              LIMIT ?4
            )
            ORDER BY change, id
            LIMIT ?4
            """)
        try find.bind(1, cursor.change)
        try find.bind(2, cursor.id)
        try find.bind(3, cursor.base)
        try find.bind(4, limit)
        return try find.all { row in
            let kind = ArticleChange.Kind(rawValue: try row.text(2)) ?? .revised
            let id = try row.integer(1)
            return Row(
                position: (try row.integer(0), id),
                change: ArticleChange(
                    kind: kind, id: ArticleID(rawValue: id),
                    successor: try row.optionalInteger(3).map(ArticleID.init(rawValue:))))
        }
    }
}
