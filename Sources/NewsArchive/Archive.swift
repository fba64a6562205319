import NewsArchiveSQLite

/// A news archive: one SQLite file that holds every article once, remembers every time it was listed, and answers
/// full-text queries.
///
/// ```swift
/// let archive = try Archive(path: "news.sqlite")
/// let report = try await archive.importDump(.file(path: "dump.txt"))
/// for result in try await archive.search("ceasefire").results {
///     print(result.id, result.headline.text)
/// }
/// ```
/// Any number of tasks may use one archive, and any number of processes one file: readers never wait for a writer.
/// Calls suspend; the work is done on threads of the archive's own.
public final class Archive: Sendable {
    /// What an archive is opened for.
    public enum Mode: Equatable, Sendable {
        /// To import and to read. The file is made when it is not there, and brought up to date when it is older.
        case readWrite
        /// To import on trial, which changes nothing: a file that is there and of this version.
        case dryRun
        /// To read a file that is there.
        case readOnly
    }

    let pool: ConnectionPool
    /// What errors call the archive.
    let path: String
    let opener: ArchiveOpener

    /// Opens the archive at a path.
    ///
    /// - Parameters:
    ///   - path: A file. It is never taken for a URI or for a name of something in memory.
    ///   - mode: What to open it for.
    ///   - waitSeconds: How long to wait for another process that is writing, in seconds. Long imports give others a turn
    ///     between their transactions, of about a second each.
    /// - Throws: ``ArchiveError``. A file that is no archive, or one of a later version, is left untouched.
    public convenience init(path: String, mode: Mode = .readWrite, waitSeconds: Double = 5) throws {
        let location: Connection.Location =
            mode == .readOnly ? .readOnly(path: path) : .readWrite(path: path)
        try self.init(
            location, path: path, readers: 4, waitSeconds: waitSeconds, mayMigrate: mode != .dryRun)
        // What is wrong with the file is said now, not at the first query.
        switch mode {
        case .readWrite: break
        case .readOnly: pool.adopt(try opener.openForReading())
        case .dryRun: _ = try opener.openForReading()
        }
        if mode != .readOnly { try pool.writer.runNow { _ in } }
    }

    /// Makes an archive in memory that is gone when it is closed.
    ///
    /// - Throws: ``ArchiveError/noFullTextSearch(sqliteVersion:)`` where SQLite was built without it.
    public static func inMemory() throws -> Archive {
        let archive = try Archive(.memory, path: "archive in memory", readers: 0, waitSeconds: 0)
        try archive.pool.writer.runNow { _ in }
        return archive
    }

    /// Makes an empty archive for the length of a dry run, on a temporary file when it outgrows memory.
    ///
    /// - Throws: ``ArchiveError/noFullTextSearch(sqliteVersion:)`` where SQLite was built without it.
    package static func temporary() throws -> Archive {
        let archive = try Archive(.temporary, path: "temporary archive", readers: 0, waitSeconds: 0)
        try archive.pool.writer.runNow { _ in }
        return archive
    }

    private init(
        _ location: Connection.Location, path: String, readers: Int, waitSeconds: Double,
        mayMigrate: Bool = true
    ) throws {
        self.path = path
        let milliseconds = Int32(max(0, min(waitSeconds, 86_400)) * 1000)
        opener = ArchiveOpener(
            location: location, path: path, waitMilliseconds: milliseconds, mayMigrate: mayMigrate)
        pool = ConnectionPool(opener, readers: readers)
    }

    /// Closes the archive, and returns when what was asked before is done. Whatever is asked later throws
    /// ``ArchiveError/closed``.
    ///
    /// An archive that goes out of scope closes itself; a process that ends before it does leaves SQLite's write-ahead
    /// log beside the file, in which nothing is lost.
    public func close() async {
        await pool.close()
    }

    /// Runs `work` on a connection that reads, so that all its queries see one state of the archive.
    func read<Result: Sendable>(
        _ work: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        let path = path
        return try await pool.read { connection in
            try ArchiveError.translating(path: path) { try connection.snapshot(work) }
        }
    }
}
