import NewsArchiveSQLite

/// Which dumps of another archive this one has, and how far.
final class MergeLedger {
    /// What is to be done for a dump of the other archive.
    struct Plan {
        let dump: ExportedDump
        /// Its row in this archive, once there is one.
        var row: Int64?
        /// The first record that this archive has not.
        var firstPosition = 0
        /// Records after that which it has all the same: an excerpt has some.
        var knownPositions: Set<Int> = []
        /// Whether one of the archives has the dump as an excerpt: then what became of its records is as the other one says.
        var isOfExcerpt = false
    }

    private let connection: Connection
    private var find: Statement
    private var positions: Statement
    private var advanceDump: Statement
    private var finishDump: Statement

    init(_ connection: Connection) throws {
        self.connection = connection
        // The same bytes; or an import of them that went on in one of the archives.
        find = try Statement(
            connection,
            """
            SELECT id, records, finished IS NOT NULL, is_excerpt, digest IS ?2
            FROM dump
            WHERE bytes = ?1 AND (digest IS ?2 OR (name = ?3 AND started = ?4))
            ORDER BY is_excerpt, finished IS NULL, id
            LIMIT 1
            """)
        positions = try Statement(connection, "SELECT position FROM sighting WHERE dump_id = ?1")
        advanceDump = try Statement(
            connection,
            """
            UPDATE dump
            SET records = max(records, ?2), added = added + ?3, seen_again = seen_again + ?4, revised = revised + ?5
            WHERE id = ?1
            """)
        finishDump = try Statement(
            connection,
            """
            UPDATE dump
            SET records = ?2, rejected = ?3, taken = ?4, finished = ?5, is_excerpt = ?6, digest = ?7, digested = ?8,
              added = coalesce(?9, added), seen_again = coalesce(?10, seen_again), revised = coalesce(?11, revised)
            WHERE id = ?1
            """)
    }

    /// nil for a dump of which this archive has all that the other one has.
    func plan(for dump: ExportedDump) throws -> Plan? {
        try find.bind(1, dump.bytes)
        try find.bind(2, blob: dump.digest)
        try find.bind(3, dump.name)
        try find.bind(4, dump.started)
        let known = try find.first { row in
            Known(
                row: try row.integer(0), records: try row.count(1), isFinished: try row.integer(2) != 0,
                isExcerpt: try row.integer(3) != 0)
        }
        guard let known else { return Plan(dump: dump, isOfExcerpt: dump.isExcerpt) }
        if known.isExcerpt || dump.isExcerpt {
            guard known.isExcerpt else { return nil }
            let positions = try positions(of: known.row)
            return Plan(dump: dump, row: known.row, knownPositions: positions, isOfExcerpt: true)
        }
        guard !known.isFinished, dump.finished != nil || dump.records > known.records else { return nil }
        return Plan(dump: dump, row: known.row, firstPosition: known.records)
    }

    private struct Known {
        let row: Int64
        let records: Int
        let isFinished: Bool
        let isExcerpt: Bool
    }

    private func positions(of row: Int64) throws -> Set<Int> {
        try positions.bind(1, row)
        return Set(try positions.all { try $0.count(0) })
    }

    /// The row of the dump, made when it is not there.
    func begin(_ plan: inout Plan, _ names: DumpRowWriter) throws -> Int64 {
        if let row = plan.row { return row }
        let row = try names.insert(plan.dump.unread)
        plan.row = row
        return row
    }

    /// Writes down that records are stored up to a place.
    func advance(_ plan: Plan, to position: Int, _ counts: RecordCounts) throws {
        try advanceDump.bind(1, plan.row)
        try advanceDump.bind(2, position)
        try advanceDump.bind(3, counts.added)
        try advanceDump.bind(4, counts.seenAgain)
        try advanceDump.bind(5, counts.revised)
        try advanceDump.run()
    }

    /// Writes down that all is stored that the other archive has of the dump.
    func finish(_ plan: inout Plan, _ names: DumpRowWriter) throws {
        let row = try begin(&plan, names)
        let dump = plan.dump
        try names.insertRejections(of: dump, row)
        try finishDump.bind(1, row)
        try finishDump.bind(2, dump.records)
        try finishDump.bind(3, dump.counts.rejected)
        try finishDump.bind(4, dump.taken)
        try finishDump.bind(5, dump.finished)
        try finishDump.bind(6, dump.isExcerpt ? 1 : 0)
        try finishDump.bind(7, blob: dump.digest)
        try finishDump.bind(8, dump.digested)
        let counts = [dump.counts.added, dump.counts.seenAgain, dump.counts.revised]
        for (index, count) in counts.enumerated() {
            try finishDump.bind(Int32(9 + index), plan.isOfExcerpt ? count : nil)
        }
        try finishDump.run()
    }
}

extension ExportedDump {
    /// The dump before any of its records is stored. Its digest stands there from the start: by it a merge that was stopped
    /// finds it again.
    fileprivate var unread: ExportedDump {
        ExportedDump(
            row: row, name: name, format: format, source: source, identity: identity, timeZone: timeZone,
            packing: packing, encoding: encoding, fieldNames: fieldNames, bytes: bytes, digest: digest,
            digested: digested, taken: taken, records: 0, counts: RecordCounts(), started: started,
            finished: nil, isExcerpt: isExcerpt)
    }
}
