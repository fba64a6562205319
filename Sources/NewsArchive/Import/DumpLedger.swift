import NewsArchiveSQLite

/// The rows of the tables dump, source and rejection for one import: what was imported, and how far.
final class DumpLedger {
    /// A dump that the archive knows.
    struct Entry {
        let id: Int64
        /// Records that are stored.
        let records: Int
        let isFinished: Bool
        /// Whether an excerpt brought some of its records before.
        let wasExcerpt: Bool
        /// What it was begun with.
        let settings: DumpSettings
    }

    private let connection: Connection
    private var advanceDump: Statement
    private var insertRejection: Statement

    init(_ connection: Connection) throws {
        self.connection = connection
        advanceDump = try Statement(
            connection,
            """
            UPDATE dump
            SET records = ?3, added = added + ?4, seen_again = seen_again + ?5, revised = revised + ?6,
              rejected = rejected + ?7, digest = ?8, digested = ?9, taken = max(coalesce(taken, ?10), coalesce(?10, taken))
            WHERE id = ?1 AND records = ?2 AND finished IS NULL
            """)
        insertRejection = try Statement(
            connection,
            """
            INSERT INTO rejection (dump_id, position, line, byte_offset, byte_count, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
    }

    /// The dump with these very bytes, when the archive has seen them, or their beginning when it was stopped.
    ///
    /// Only a dump of the same size can be it, so that the bytes are read for their digest only where there is one.
    func find(_ dump: DumpBytes) throws -> Entry? {
        var statement = try Statement(
            connection,
            """
            SELECT dump.id, records, finished IS NOT NULL, digested, digest, identity, time_zone, source.name, format,
              coalesce(packing, 'none'), coalesce(encoding, 'UTF-8'), coalesce(field_names, ''), is_excerpt
            FROM dump
            LEFT JOIN source ON source.id = dump.source_id
            WHERE bytes = ?1 AND is_excerpt <> 1
            ORDER BY finished IS NULL, dump.id
            """)
        try statement.bind(1, dump.count)
        // Snapshots of one feed may be of one size by the thousand: the dump is read once for all of them.
        var digests: [Int: [UInt8]] = [:]
        while try statement.step() {
            let digested = try statement.count(3)
            guard digested <= dump.count else { continue }
            let mine = try digests[digested] ?? digest(of: dump, count: digested)
            digests[digested] = mine
            guard try mine == statement.blob(4) else { continue }
            return Entry(
                id: try statement.integer(0), records: try statement.count(1),
                isFinished: try statement.integer(2) != 0, wasExcerpt: try statement.integer(12) != 0,
                settings: DumpSettings(
                    identity: try statement.text(5), timeZone: try statement.text(6),
                    source: try statement.optionalText(7), format: try statement.text(8),
                    packing: try statement.text(9), encoding: try statement.text(10),
                    fieldNames: try statement.text(11)))
        }
        return nil
    }

    /// The dump of which an excerpt of another archive brought some records.
    func excerpt(of dump: DumpBytes) throws -> Int64? {
        var find = try Statement(
            connection, "SELECT id, digest FROM dump WHERE bytes = ?1 AND is_excerpt = 1")
        try find.bind(1, dump.count)
        let rows = try find.all { (id: try $0.integer(0), digest: try $0.blob(1)) }
        guard !rows.isEmpty else { return nil }
        let mine = try digest(of: dump, count: dump.count)
        return rows.first { $0.digest == mine }?.id
    }

    /// The records of a dump that the archive has.
    func positions(of id: Int64) throws -> Set<Int> {
        var find = try Statement(connection, "SELECT position FROM sighting WHERE dump_id = ?1")
        try find.bind(1, id)
        return Set(try find.all { try $0.count(0) })
    }

    /// Writes down that the whole of a dump is being imported of which an excerpt brought some records.
    func begin(
        over excerpt: Int64, settings: DumpSettings, source: Int64?, at now: Int64
    ) throws {
        var update = try Statement(
            connection,
            """
            UPDATE dump
            SET is_excerpt = 2, records = 0, added = 0, seen_again = 0, revised = 0, rejected = 0, digest = ?2, digested = 0,
              finished = NULL, started = ?3, format = ?4, source_id = ?5, identity = ?6, time_zone = ?7, packing = ?8,
              encoding = ?9, field_names = ?10
            WHERE id = ?1
            """)
        try update.bind(1, excerpt)
        try update.bind(2, blob: Digest().result)
        try update.bind(3, now)
        try update.bind(4, settings.format)
        try update.bind(5, source)
        try update.bind(6, settings.identity)
        try update.bind(7, settings.timeZone)
        try update.bind(8, settings.packing)
        try update.bind(9, settings.encoding)
        try update.bind(10, settings.fieldNames)
        try update.run()
        var forget = try Statement(connection, "DELETE FROM rejection WHERE dump_id = ?1")
        try forget.bind(1, excerpt)
        try forget.run()
    }

    private func digest(of dump: DumpBytes, count: Int) throws -> [UInt8] {
        var digest = Digest()
        try dump.forEachPiece(in: 0..<count) { digest.add($0) }
        return digest.result
    }

    /// The row of a source, made when it is not there.
    func source(named name: String) throws -> Int64 {
        var insert = try Statement(connection, "INSERT OR IGNORE INTO source (name) VALUES (?1)")
        try insert.bind(1, name)
        try insert.run()
        var find = try Statement(connection, "SELECT id FROM source WHERE name = ?1")
        try find.bind(1, name)
        guard let row = try find.first({ try $0.integer(0) }) else {
            throw SQLiteError(corrupt: "a source that was just stored is not there")
        }
        return row
    }

    /// Writes down that a dump is being imported.
    func begin(
        _ dump: DumpBytes, settings: DumpSettings, source: Int64?, at now: Int64
    ) throws -> Int64 {
        var insert = try Statement(
            connection,
            """
            INSERT INTO dump
              (name, format, source_id, identity, time_zone, bytes, digest, digested, started, packing, encoding,
               field_names)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11)
            """)
        try insert.bind(1, dump.name)
        try insert.bind(2, settings.format)
        try insert.bind(3, source)
        try insert.bind(4, settings.identity)
        try insert.bind(5, settings.timeZone)
        try insert.bind(6, dump.count)
        try insert.bind(7, blob: Digest().result)
        try insert.bind(8, now)
        try insert.bind(9, settings.packing)
        try insert.bind(10, settings.encoding)
        try insert.bind(11, settings.fieldNames)
        try insert.run()
        return connection.lastInsertedRowID
    }

    /// Writes down that a chunk is stored.
    ///
    /// - Throws: ``ArchiveError/importInProgress(dump:)`` when another process has stored records of the dump since.
    func advance(_ dump: DumpBytes, id: Int64, past chunk: ImportChunk, _ counts: RecordCounts) throws {
        var days = ListedDays()
        let taken = chunk.records.lazy.compactMap { days.text(of: $0.listed) }.max()
        try advanceDump.bind(1, id)
        try advanceDump.bind(2, chunk.firstPosition)
        try advanceDump.bind(3, chunk.firstPosition + chunk.records.count)
        try advanceDump.bind(4, counts.added)
        try advanceDump.bind(5, counts.seenAgain)
        try advanceDump.bind(6, counts.revised)
        try advanceDump.bind(7, counts.rejected)
        try advanceDump.bind(8, blob: chunk.digest)
        try advanceDump.bind(9, chunk.bytesRead)
        try advanceDump.bind(10, taken)
        try advanceDump.run()
        guard connection.changes == 1 else { throw ArchiveError.importInProgress(dump: dump.name) }
    }

    /// Writes down where a record stands that could not be read, and why.
    func reject(_ record: RejectedRecord, dump: Int64, position: Int) throws {
        try insertRejection.bind(1, dump)
        try insertRejection.bind(2, position)
        try insertRejection.bind(3, record.place.line)
        try insertRejection.bind(4, record.place.byteOffset)
        try insertRejection.bind(5, record.place.byteCount)
        try insertRejection.bind(6, record.reason.description)
        try insertRejection.run()
    }

    /// Writes down that all of a dump is stored.
    func finish(id: Int64, at now: Int64) throws {
        var update = try Statement(connection, "UPDATE dump SET finished = ?2, is_excerpt = 0 WHERE id = ?1")
        try update.bind(1, id)
        try update.bind(2, now)
        try update.run()
    }
}

extension ImportChunk.Record {
    fileprivate var listed: LocalTime? {
        guard case .article(let record) = self else { return nil }
        return record.article.listed
    }
}
