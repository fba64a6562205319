import NewsArchiveSQLite

/// Writes rows of the table dump that another archive had.
final class DumpRowWriter {
    private let connection: Connection
    private var insertSource: Statement
    private var findSource: Statement
    private var insertDump: Statement
    private var insertRejection: Statement
    private var sources: [String: Int64] = [:]

    init(_ connection: Connection) throws {
        self.connection = connection
        insertSource = try Statement(connection, "INSERT OR IGNORE INTO source (name) VALUES (?1)")
        findSource = try Statement(connection, "SELECT id FROM source WHERE name = ?1")
        insertDump = try Statement(
            connection,
            """
            INSERT INTO dump
              (name, format, source_id, identity, time_zone, packing, encoding, field_names, bytes, digest, digested,
               taken, records, added, seen_again, revised, rejected, started, finished, is_excerpt)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
            """)
        insertRejection = try Statement(
            connection,
            """
            INSERT OR IGNORE INTO rejection (dump_id, position, line, byte_offset, byte_count, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
    }

    /// Forgets the rows that it knows, after a transaction that did not commit.
    func forget() {
        sources = [:]
    }

    /// The row of a source, made when it is not there.
    func source(named name: String?) throws -> Int64? {
        guard let name else { return nil }
        if let known = sources[name] { return known }
        try insertSource.bind(1, name)
        try insertSource.run()
        try findSource.bind(1, name)
        let row = try findSource.first { try $0.integer(0) }
        sources[name] = row
        return row
    }

    /// Writes a dump with its rejections; returns its row.
    func insert(_ dump: ExportedDump) throws -> Int64 {
        let texts = [dump.packing, dump.encoding, dump.fieldNames]
        try insertDump.bind(1, dump.name)
        try insertDump.bind(2, dump.format)
        try insertDump.bind(3, try source(named: dump.source))
        try insertDump.bind(4, dump.identity)
        try insertDump.bind(5, dump.timeZone)
        for (index, text) in texts.enumerated() { try insertDump.bind(Int32(6 + index), text) }
        try insertDump.bind(9, dump.bytes)
        try insertDump.bind(10, blob: dump.digest)
        try insertDump.bind(11, dump.digested)
        try insertDump.bind(12, dump.taken)
        let counts = [
            dump.records, dump.counts.added, dump.counts.seenAgain, dump.counts.revised, dump.counts.rejected,
        ]
        for (index, count) in counts.enumerated() { try insertDump.bind(Int32(13 + index), count) }
        try insertDump.bind(18, dump.started)
        try insertDump.bind(19, dump.finished)
        try insertDump.bind(20, dump.isExcerpt ? 1 : 0)
        try insertDump.run()
        let row = connection.lastInsertedRowID
        try insertRejections(of: dump, row)
        return row
    }

    /// Writes the rejections of a dump that the archive has not.
    func insertRejections(of dump: ExportedDump, _ row: Int64) throws {
        for rejection in dump.rejections {
            try insertRejection.bind(1, row)
            try insertRejection.bind(2, rejection.position)
            try insertRejection.bind(3, rejection.line)
            try insertRejection.bind(4, rejection.byteOffset)
            try insertRejection.bind(5, rejection.byteCount)
            try insertRejection.bind(6, rejection.reason)
            try insertRejection.run()
        }
    }
}
