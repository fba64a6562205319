import NewsArchiveSQLite

/// Takes back what one dump brought.
struct DumpRemoval {
    private let connection: Connection
    private let editor: ArticleEditor
    private let dump: Int64
    private let isCancelled: () -> Bool

    init(
        _ connection: Connection, _ editor: ArticleEditor, dump: Int64,
        isCancelled: @escaping () -> Bool = { false }
    ) {
        self.connection = connection
        self.editor = editor
        self.dump = dump
        self.isCancelled = isCancelled
    }

    /// Takes the sightings of the dump from its articles, the articles that no other dump lists, and the dump itself.
    func run() throws -> UndoReport {
        var report = UndoReport(dump: try name())
        let sources = try self.sources()
        for id in try articles() {
            if isCancelled() { throw CancellationError() }
            try takeBack(id, &report)
            try editor.didChangeArticle()
        }
        try editor.finish()
        try deleteDump()
        try deleteUnused(sources)
        return report
    }

    private func name() throws -> String {
        var find = try Statement(connection, "SELECT name FROM dump WHERE id = ?1")
        try find.bind(1, dump)
        guard let name = try find.first({ try $0.text(0) }) else { throw ArchiveError.noSuchDump("\(dump)") }
        return name
    }

    // One pass over all sightings: an index by dump would cost every import more than it gives here.
    private func articles() throws -> [ArticleID] {
        var find = try Statement(
            connection, "SELECT DISTINCT article_id FROM sighting WHERE dump_id = ?1 ORDER BY article_id")
        try find.bind(1, dump)
        return try find.all { ArticleID(rawValue: try $0.integer(0)) }
    }

    private func takeBack(_ id: ArticleID, _ report: inout UndoReport) throws {
        guard let stored = try editor.loader.load(id) else { return }
        var rest = stored
        rest.sightings.removeAll { $0.place.dump == dump }
        report.sightings += stored.sightings.count - rest.sightings.count
        guard let composed = rest.composed else {
            report.removed += 1
            return try editor.writer.remove(stored, .takenBack)
        }
        if composed.state.wording != stored.state.wording
            || composed.state.published != stored.state.published
        {
            report.changed += 1
        }
        _ = try editor.writer.rewrite(stored, as: composed, keepsID: false)
    }

    private func deleteDump() throws {
        var delete = try Statement(connection, "DELETE FROM dump WHERE id = ?1")
        try delete.bind(1, dump)
        try delete.run()
    }

    private func sources() throws -> [Int64] {
        var find = try Statement(
            connection,
            """
            SELECT DISTINCT source_id FROM sighting WHERE dump_id = ?1 AND source_id IS NOT NULL
            UNION
            SELECT source_id FROM dump WHERE id = ?1 AND source_id IS NOT NULL
            """)
        try find.bind(1, dump)
        return try find.all { try $0.integer(0) }
    }

    // Those that this dump named first and no other one names.
    private func deleteUnused(_ sources: [Int64]) throws {
        var delete = try Statement(
            connection,
            """
            DELETE FROM source
            WHERE id = ?1
              AND NOT EXISTS (SELECT 1 FROM dump WHERE source_id = ?1)
              AND NOT EXISTS (SELECT 1 FROM sighting WHERE source_id = ?1)
              AND NOT EXISTS (SELECT 1 FROM metadata WHERE source_id = ?1)
              AND NOT EXISTS (SELECT 1 FROM article WHERE source_id = ?1)
              AND NOT EXISTS (SELECT 1 FROM pruned_key WHERE source_id = ?1)
            """)
        for source in sources {
            try delete.bind(1, source)
            try delete.run()
        }
    }
}
