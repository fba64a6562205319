import CNewsArchiveSQLite

extension Connection {
    /// Whether the index is of the format that a built segment has, so that ``take(_:)`` can add one.
    package func takesSegments() throws -> Bool {
        guard try integer("SELECT v FROM article_search_config WHERE k = 'version'") == SegmentTables.version
        else { return false }
        return try SegmentTables(self).structure() != nil
    }

    /// How many segments the index has.
    package func segmentCount() throws -> Int {
        try SegmentTables(self).structure().map { $0.segmentsByAge.count } ?? 0
    }

    /// Adds a segment that was built elsewhere to the full-text index, as FTS5 would have written it.
    ///
    /// The index must have none of its articles. To be called in a transaction; what was given to FTS5 before is written
    /// first. FTS5 keeps what it knows of the segments until a savepoint is rolled back: so one is, with nothing in it.
    package func take(_ built: BuiltSegment) throws {
        // Takes FTS5 into the transaction; otherwise the savepoint would not concern it.
        try execute("DELETE FROM article_search WHERE 0")
        try execute("SAVEPOINT take; ROLLBACK TO take; RELEASE take")
        try writingTablesOfVirtualOnes { connection in
            try SegmentTables(connection).take(SegmentTables(built.connection))
        }
    }

    // In defensive mode they are read-only to all but FTS5 (https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).
    private func writingTablesOfVirtualOnes(_ work: (Connection) throws -> Void) throws {
        try setDefensive(false)
        do {
            try work(self)
        } catch {
            try setDefensive(true)
            throw error
        }
        try setDefensive(true)
    }

    private func setDefensive(_ isOn: Bool) throws(SQLiteError) {
        let result = na_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, isOn ? 1 : 0)
        guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
    }
}
