import CNewsArchiveSQLite

/// One open database. Not `Sendable`: it belongs to one thread at a time.
package final class Connection {
    /// Where the database is, and what may be done with it.
    package enum Location: Equatable, Sendable {
        /// A file that may be written, and is made when it is not there.
        case readWrite(path: String)
        /// A file that is there and is only queried.
        ///
        /// SQLite itself may still tidy up in it: a connection that could not would leave the write-ahead log and its
        /// index beside the file for ever.
        case readOnly(path: String)
        /// A file that nobody changes while it is open, in a place that may not be written.
        ///
        /// https://www.sqlite.org/uri.html#uriimmutable
        case immutable(path: String)
        /// A private database in memory.
        case memory
        /// A private database that spills to a temporary file when it outgrows its cache.
        case temporary
    }

    let handle: OpaquePointer
    // What ranked searches keep, from the first one on.
    private var index: OpaquePointer?
    var statements = StatementCache()
    // SQLite has its address, and so it lives as long as the connection.
    private var lockWait: LockWait?
    /// Whether searches are left to FTS5, since the words of the index are another tokenizer's. Its vocabulary can be read
    /// all the same.
    package var leavesSearchToFTS5 = false

    /// Opens a database with everything switched off that a news archive has no use for.
    ///
    /// Defensive mode on, `trusted_schema` off, extension loading off, quoted strings never taken for identifiers
    /// (https://www.sqlite.org/security.html); foreign keys on. Nothing is read from the file yet.
    package init(_ location: Location) throws(SQLiteError) {
        // SQLite would end the name at a NUL, and open another file.
        guard !location.fileName.utf8.contains(0) else {
            throw SQLiteError(extendedCode: SQLITE_CANTOPEN, message: "a path cannot contain a NUL")
        }
        var pointer: OpaquePointer?
        let result = sqlite3_open_v2(location.fileName, &pointer, location.flags, try Self.fileLayer())
        guard result == SQLITE_OK, let pointer else {
            let error = SQLiteError(connection: pointer, result: result)
            sqlite3_close_v2(pointer)
            throw error
        }
        handle = pointer
        try harden(location)
    }

    deinit {
        na_index_free(index)
        statements.clear()
        // Statements that are still alive keep the connection until they are finalised.
        sqlite3_close_v2(handle)
    }

    /// Runs one or more statements that return nothing of interest.
    package func execute(_ sql: String) throws(SQLiteError) {
        let result = sqlite3_exec(handle, sql, nil, nil, nil)
        guard result == SQLITE_OK else {
            throw SQLiteError(connection: handle, result: result, sql: sql)
        }
    }

    /// The integer in the first column of the first row; nil when there is no row or it is NULL.
    package func integer(_ sql: String) throws(SQLiteError) -> Int64? {
        var statement = try Statement(self, sql)
        guard try statement.step() else { return nil }
        return try statement.optionalInteger(0)
    }

    /// The text in the first column of the first row; nil when there is no row or it is NULL.
    package func text(_ sql: String) throws(SQLiteError) -> String? {
        var statement = try Statement(self, sql)
        guard try statement.step() else { return nil }
        return try statement.optionalText(0)
    }

    /// How many rows the last INSERT, UPDATE or DELETE changed.
    package var changes: Int64 { sqlite3_changes64(handle) }

    /// How many rows were changed since the connection was opened.
    package var totalChanges: Int64 { sqlite3_total_changes64(handle) }

    /// The rowid of the last row inserted.
    package var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Whether a transaction is open.
    package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// How long to wait, in milliseconds, for another connection's lock before an error says that it is busy.
    package func waitForLocks(milliseconds: Int32) {
        let wait = LockWait(limit: .milliseconds(Int64(milliseconds)))
        sqlite3_busy_handler(handle, LockWait.handler, Unmanaged.passUnretained(wait).toOpaque())
        lockWait = wait
    }

    /// Lets a flag end any waiting for locks; nil for none.
    package func endWaits(by stop: StopFlag?) {
        lockWait?.stop = stop
    }

    /// Makes the tokenizer of the search index and the function that packs document sizes known to this connection.
    /// FTS5 must be there.
    package func registerSearch() throws(SQLiteError) {
        for register in [na_register_tokenizer, na_register_size_block] {
            let result = register(handle)
            guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
        }
    }

    /// How many pages of the full-text index hold the words that begin so; nil for an index that is left to FTS5.
    ///
    /// FTS5 reads them all before it gives the first article of such a query.
    package func indexPages(ofWordsBeginning word: String) throws(SQLiteError) -> Int64? {
        guard let index = try rankedIndex() else { return nil }
        var word = word
        var pages: Int64 = 0
        let result = word.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                na_prefix_pages(index, $0.baseAddress, $0.count, &pages)
            }
        }
        if result == SQLITE_NOTFOUND { return nil }
        guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
        return pages
    }

    /// What a ranked search needs; nil where it is left to FTS5.
    func rankedIndex() throws(SQLiteError) -> OpaquePointer? {
        leavesSearchToFTS5 ? nil : try fulltextIndex()
    }

    /// The index as FTS5 stores it; nil where its tables are not there.
    func fulltextIndex() throws(SQLiteError) -> OpaquePointer? {
        if let index { return index }
        let result = na_index_new(handle, &index)
        if result == SQLITE_NOTFOUND { return nil }
        guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
        return index
    }

    /// Whether closing the last connection may copy the write-ahead log into the file.
    package func setCheckpointsOnClose(_ isOn: Bool) throws(SQLiteError) {
        try configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isOn ? 0 : 1)
    }

    /// Runs `work` while one other database may be attached, as VACUUM attaches the one that it makes.
    func whileAttaching<Result, Failure>(
        _ work: (Connection) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1)
        defer { sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0) }
        return try work(self)
    }

    /// Runs `work`, which makes temporary views or tables, on a connection that otherwise only reads. They are kept in memory.
    package func withTemporaryObjects(_ work: (Connection) throws -> Void) throws {
        try execute("PRAGMA temp_store = MEMORY; PRAGMA query_only = OFF")
        try work(self)
        try execute("PRAGMA query_only = ON")
    }

    // The layer that writes checksums, by its name.
    private static func fileLayer() throws(SQLiteError) -> UnsafePointer<CChar> {
        guard let name = na_page_checksums_vfs() else {
            throw SQLiteError(extendedCode: SQLITE_ERROR, message: "SQLite's layer for files is not there")
        }
        return name
    }

    private func configure(_ option: Int32, _ value: Int32) throws(SQLiteError) {
        let result = na_db_config(handle, option, value)
        guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
    }

    private func harden(_ location: Location) throws(SQLiteError) {
        try configure(SQLITE_DBCONFIG_DEFENSIVE, 1)
        try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        try configure(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
        try configure(SQLITE_DBCONFIG_DQS_DML, 0)
        try configure(SQLITE_DBCONFIG_DQS_DDL, 0)
        try configure(SQLITE_DBCONFIG_ENABLE_FKEY, 1)
        // The actions of foreign keys are none of these.
        try configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
        try configure(SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        switch location {
        case .readOnly, .immutable: try execute("PRAGMA query_only = ON")
        case .readWrite, .memory, .temporary: break
        }
        switch location {
        case .readWrite, .readOnly, .immutable:
            let result = na_reserve_page_checksums(handle)
            guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
        case .memory, .temporary: break
        }
    }
}

extension Connection.Location {
    /// What SQLite is told as the file's name.
    var fileName: String {
        switch self {
        case .memory: ":memory:"
        case .temporary: ""
        // A name of something in memory is one in a URI, too.
        case .immutable(let path):
            "file:\(Self.escaped(path.hasPrefix("/") ? path : "./\(path)"))?immutable=1"
        // A path stays a path, also one that SQLite would take for a URI or for a database of its own.
        case .readWrite(let path), .readOnly(let path):
            path.isEmpty || path.hasPrefix("file:") || path.hasPrefix(":") ? "./\(path)" : path
        }
    }

    // All but letters, digits and a few signs, so that nothing of a path is taken for a part of the URI.
    private static func escaped(_ path: String) -> String {
        path.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 0x80
                && (scalar.properties.isAlphabetic || "0123456789/._-".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    fileprivate var flags: Int32 {
        let common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        return switch self {
        case .readOnly: common | SQLITE_OPEN_READWRITE
        case .immutable: common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        case .readWrite, .memory, .temporary: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        }
    }
}
