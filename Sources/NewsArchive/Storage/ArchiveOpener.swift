import Glibc
import NewsArchiveSQLite

/// Opens connections to an archive: the first one looks hard at the file, the others trust it.
struct ArchiveOpener: Sendable {
    let location: Connection.Location
    /// What errors call the archive.
    let path: String
    /// How long to wait for another connection's lock.
    let waitMilliseconds: Int32
    /// Whether an archive of an earlier version may be brought up to date.
    var mayMigrate = true

    /// The archive's own file; nil for one in memory.
    var file: String? {
        switch location {
        case .readWrite(let path), .readOnly(let path), .immutable(let path): path
        case .memory, .temporary: nil
        }
    }

    /// Whether the archive is open for more than to be read or tried.
    var mayChange: Bool { if case .readOnly = location { false } else { mayMigrate } }

    /// Opens a connection that reads beside one that writes, for somebody who can do without; nil where it is not to be had: for
    /// a database that belongs to one connection, a file that was moved, no descriptor that is left.
    func openBeside(_ writer: Connection) -> Connection? {
        guard case .readWrite = location, let path = writer.filePath else { return nil }
        do {
            let reader = try open(.readOnly(path: path))
            // What damage says must not be written.
            try reader.verifyPages(true)
            try reader.execute(Self.smallCacheSize)
            // Another file may stand at the path by now.
            return try writer.hasMoved() || reader.hasMoved() ? nil : reader
        } catch {
            return nil
        }
    }

    /// Opens the connection that may write; makes the archive when there is none, and migrates it.
    ///
    /// - Throws: ``ArchiveError``; a file that is refused is left untouched.
    func openForWriting() throws -> Connection {
        try ArchiveError.translating(path: path) {
            if case .readOnly(let path) = location { throw ArchiveError.notWritable(path: path) }
            if case .readWrite(let path) = location { try refuseForeignFile(path: path) }
            let connection = try open(location)
            _ = try examine(connection, oldest: mayMigrate ? 0 : Migrator.supportedVersion)
            try Migrator.migrate(connection, path: path)
            try connection.setCheckpointsOnClose(true)
            try tuneForWriting(connection)
            return connection
        }
    }

    /// Opens a connection that reads.
    ///
    /// - Throws: ``ArchiveError``, also for an archive of a later version, or of one that was never given out.
    func openForReading() throws -> Connection {
        try ArchiveError.translating(path: path) {
            guard let verdict = try ArchiveFileHeader.verdict(path: path) else {
                throw ArchiveError.notFound(path: path)
            }
            try refuse(verdict, path: path)
            let connection = try openWhereItIs()
            let found = try examine(connection, oldest: EarlierVersion.first)
            if found < Migrator.supportedVersion { try EarlierVersion(found).bridge(connection) }
            try connection.setCheckpointsOnClose(true)
            try connection.execute(Self.cacheSize)
            return connection
        }
    }

    // The version of the schema, which then is what archives of that version have.
    private func examine(_ connection: Connection, oldest: Int) throws -> Int {
        try leavingNothing(of: connection) { try connection.snapshot { try examineAsItIs($0, oldest) } }
    }

    // A log that holds nothing changes nothing in the file, and is removed with a connection that failed.
    private func leavingNothing<Result>(of connection: Connection, _ work: () throws -> Result) throws
        -> Result
    {
        do {
            return try work()
        } catch {
            if !hasLog { try connection.setCheckpointsOnClose(true) }
            throw error
        }
    }

    private func examineAsItIs(_ connection: Connection, _ oldest: Int) throws -> Int {
        let found = try Migrator.version(of: connection)
        let supported = Migrator.supportedVersion
        if found > supported {
            throw ArchiveError.newerVersion(path: path, found: found, supported: supported)
        }
        if found < oldest {
            throw ArchiveError.olderVersion(path: path, found: found, supported: supported)
        }
        if let reason = try SchemaCheck(connection, version: found).problem() {
            throw ArchiveError.foreignSchema(path: path, reason: reason)
        }
        return found
    }

    // Before SQLite is asked, which leaves files beside the one that it opens.
    private func refuseForeignFile(path: String) throws {
        try refuse(try ArchiveFileHeader.verdict(path: path), path: path)
    }

    private func refuse(_ verdict: ArchiveFileHeader.Verdict?, path: String) throws {
        switch verdict {
        case .foreign(let reason)?: throw ArchiveError.notAnArchive(path: path, reason: reason)
        case .archive(let found)? where found > Migrator.supportedVersion:
            throw ArchiveError.newerVersion(path: path, found: found, supported: Migrator.supportedVersion)
        case .archive?, .empty?, nil: return
        }
    }

    // In a folder that may not be written SQLite cannot make what it shares with other processes. There nobody writes
    // either, so that the file can be read as one that does not change, unless its log holds what it lacks.
    private func openWhereItIs() throws -> Connection {
        do {
            let connection = try open(.readOnly(path: path))
            try leavingNothing(of: connection) { _ = try Migrator.version(of: connection) }
            return connection
        } catch let error as SQLiteError
            where [ResultCode.readOnly, ResultCode.cannotOpen].contains(error.code) && !hasLog
        {
            return try open(.immutable(path: path))
        }
    }

    private var hasLog: Bool {
        var status = stat()
        return stat("\(path)-wal", &status) == 0 && status.st_size > 0
    }

    private func open(_ location: Connection.Location) throws -> Connection {
        let connection = try Connection(location)
        // Damage that was read would be written again as sound. Who only reads is given what there is.
        if case .readWrite = location { try connection.verifyPages(true) }
        // A file that turns out to be of a later version must not be changed by closing it.
        try connection.setCheckpointsOnClose(false)
        connection.waitForLocks(milliseconds: waitMilliseconds)
        try leavingNothing(of: connection) {
            // A damaged page is found when it is read, not when it has led somewhere.
            try connection.execute("PRAGMA cell_size_check = ON")
            try Self.requireFullTextSearch { try connection.text("SELECT fts5_source_id()") }
            try connection.registerSearch()
        }
        return connection
    }

    /// - Throws: ``ArchiveError/noFullTextSearch(sqliteVersion:)`` when `probe` finds no FTS5.
    static func requireFullTextSearch(_ probe: () throws -> String?) throws {
        do {
            _ = try probe()
        } catch let error as SQLiteError where error.message.contains("no such function") {
            throw ArchiveError.noFullTextSearch(sqliteVersion: linkedSQLiteVersion())
        }
    }

    // 64 MiB of pages: the upper part of every tree of an archive of millions of articles, or the doclists of its common
    // words. Taken only by what reads so much.
    private static let cacheSize = "PRAGMA cache_size = -65536"

    // Of who reads each row once, and then the pages above it: 8 MiB.
    private static let smallCacheSize = "PRAGMA cache_size = -8192"

    private func tuneForWriting(_ connection: Connection) throws {
        if case .readWrite = location {
            _ = try connection.text("PRAGMA journal_mode = WAL")
            // A commit survives the program at once and the power at the next checkpoint, which ends each import.
            try connection.execute("PRAGMA synchronous = NORMAL")
            // 16 MiB of log instead of SQLite's 4: each checkpoint flushes the disk twice, and of a page that was written
            // several times it copies the last one.
            _ = try connection.integer("PRAGMA wal_autocheckpoint = 4000")
            // What a large transaction left behind is not kept: 64 MiB.
            _ = try connection.integer("PRAGMA journal_size_limit = 67108864")
        }
        // Debian builds SQLite to overwrite what is deleted with zeros. News were public once.
        _ = try connection.integer("PRAGMA secure_delete = OFF")
        try connection.execute(Self.cacheSize)
        try connection.execute("PRAGMA temp_store = MEMORY")
    }
}
