import NewsArchiveSQLite

/// Makes an archive as small as it can be: the index merged into one segment, and nothing free in the file.
struct Compactor {
    /// What errors call the archive.
    let archivePath: String
    let budget: SearchBudget

    /// Merges the index. What is merged so far stays when it is ended.
    func mergeIndex(_ connection: Connection) throws {
        try ArchiveError.translating(path: archivePath) {
            try budget.run(connection) { connection, stop in
                try IndexMaintenance.mergeAll(connection) {
                    if stop.isSet { throw CancellationError() }
                }
            }
        }
    }

    /// Writes the archive anew within its own file, in one transaction.
    ///
    /// A compact copy that is renamed over the file would be cheaper. But a process that has the archive open would keep the
    /// old file, which then has no name: it would go on storing what nobody can find any more, while its write-ahead
    /// log, whose name is the same, is played back into the new one. SQLite's VACUUM is a transaction like another.
    func compactInPlace(_ connection: Connection) throws {
        try ArchiveError.translating(path: archivePath) {
            let bytes = try connection.byteCount()
            do {
                try budget.run(connection) { connection, _ in try connection.vacuum() }
            } catch let error as SQLiteError where error.code == ResultCode.full {
                throw ArchiveError.noRoomToCompact(path: archivePath, bytes: bytes)
            }
            // The file itself becomes shorter now, or with a later checkpoint when somebody is still reading.
            _ = try connection.integer("PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    /// Writes a compact copy, checks it and gives it its name; returns the sizes of the archive and of the copy.
    func compact(_ source: Connection, into target: CopyTarget) throws -> (before: Int64, after: Int64) {
        let before = try ArchiveError.translating(path: archivePath) {
            try budget.run(source) { source, _ in
                try source.refuseWrongPages()
                try target.translating { try source.vacuum(into: target.partial.path) }
                return try source.byteCount()
            }
        }
        let copy = try CopyCheck(path: target.path).run(target.partial, budget)
        try target.publish()
        return (before, copy.bytes)
    }

    /// The size of the archive in bytes.
    func size(of connection: Connection) throws -> Int64 {
        try ArchiveError.translating(path: archivePath) { try connection.byteCount() }
    }
}

extension Connection {
    /// Looks whether all pages are as they were written: damage that is copied would have checksums of its own.
    func refuseWrongPages() throws {
        var pages = WrongPages(self)
        guard try pages.first(from: 1) != nil else { return }
        throw SQLiteError(extendedCode: ResultCode.wrongPage, message: ArchiveError.wrongPage)
    }

    /// The size of the database in bytes, whether they are in its file or still in the write-ahead log.
    func byteCount() throws -> Int64 {
        (try integer("PRAGMA page_count") ?? 0) * (try integer("PRAGMA page_size") ?? 0)
    }
}
