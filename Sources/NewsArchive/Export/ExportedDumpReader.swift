import NewsArchiveSQLite

/// Reads the rows of dumps for an export, or for a merge.
final class ExportedDumpReader {
    private let connection: Connection
    private var rejections: Statement
    private var dumpsOfArticle: Statement

    init(_ connection: Connection) throws {
        self.connection = connection
        rejections = try Statement(
            connection,
            """
            SELECT position, line, byte_offset, byte_count, reason
            FROM rejection
            WHERE dump_id = ?1
            ORDER BY position
            """)
        dumpsOfArticle = try Statement(
            connection, "SELECT DISTINCT dump_id FROM sighting WHERE article_id = ?1")
    }

    /// The dumps in the order in which they were imported.
    ///
    /// - Parameter ids: nil for all; else those that list one of these articles, as excerpts.
    func dumps(of ids: [ArticleID]? = nil) throws -> [ExportedDump] {
        let wanted = try ids.map(rows)
        var find = try Statement(
            connection,
            """
            SELECT dump.id, dump.name, format, source.name, identity, time_zone, packing, encoding, field_names, bytes,
              digest, digested, taken, records, added, seen_again, revised, rejected, started, finished, is_excerpt
            FROM dump
            LEFT JOIN source ON source.id = source_id
            ORDER BY dump.id
            """)
        var dumps = try find.all { try ExportedDump($0) }
        if let wanted {
            dumps = dumps.filter { wanted.contains($0.row) }
            for index in dumps.indices { dumps[index].isExcerpt = true }
        }
        for index in dumps.indices { dumps[index].rejections = try rejections(of: dumps[index].row) }
        return dumps
    }

    private func rows(_ ids: [ArticleID]) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for id in ids {
            try dumpsOfArticle.bind(1, id.rawValue)
            found.formUnion(try dumpsOfArticle.all { try $0.integer(0) })
        }
        return found
    }

    private func rejections(of dump: Int64) throws -> [ExportedDump.Rejection] {
        try rejections.bind(1, dump)
        return try rejections.all { row in
            ExportedDump.Rejection(
                position: try row.integer(0), line: try row.integer(1), byteOffset: try row.integer(2),
                byteCount: try row.integer(3), reason: try row.text(4))
        }
    }
}

extension ExportedDump {
    fileprivate init(_ row: borrowing Statement) throws {
        var counts = RecordCounts()
        counts.added = try row.count(14)
        counts.seenAgain = try row.count(15)
        counts.revised = try row.count(16)
        counts.rejected = try row.count(17)
        self.init(
            row: try row.integer(0), name: try row.text(1), format: try row.text(2),
            source: try row.optionalText(3), identity: try row.text(4), timeZone: try row.text(5),
            packing: try row.optionalText(6), encoding: try row.optionalText(7),
            fieldNames: try row.optionalText(8), bytes: try row.integer(9), digest: try row.blob(10),
            digested: try row.integer(11), taken: try row.optionalText(12), records: try row.count(13),
            counts: counts, started: try row.integer(18), finished: try row.optionalInteger(19),
            isExcerpt: try row.integer(20) != 0)
    }
}
