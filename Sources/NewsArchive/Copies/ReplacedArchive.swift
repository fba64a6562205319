import NewsArchiveSQLite

/// An archive whose name a copy takes, kept from everybody else until it has.
///
/// A process that has the archive open would go on with a file that has no name any more, and what it stores would be gone. And
/// a write-ahead log that is left of it would be played back into the copy: it is written into the old file first.
struct ReplacedArchive {
    private let connection: Connection

    /// - Throws: ``ArchiveError/busy(path:)`` when somebody else has it open.
    init(path: String) throws {
        connection = try ArchiveError.translating(path: path) {
            let connection = try Connection(.readWrite(path: path))
            try connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            // Of the last connection alone SQLite takes it out of write-ahead mode, which removes the log.
            guard try connection.text("PRAGMA journal_mode = DELETE") == "delete" else {
                throw ArchiveError.busy(path: path)
            }
            try connection.execute("BEGIN EXCLUSIVE")
            return connection
        }
    }
}
