import NewsArchiveSQLite

/// A copy of an archive in a temporary database, for what would need its write lock.
///
/// SQLite makes it in memory, and moves it to a temporary file without a name ($SQLITE_TMPDIR, $TMPDIR, /var/tmp) when it
/// grows.
enum PrivateCopy {
    // 16 MiB of pages: a wish to stop is heard in between.
    private static let pagesPerStep: Int32 = 4096

    /// Copies what a connection sees.
    ///
    /// - Parameter source: in a read transaction, whose state the copy has whatever is committed meanwhile.
    static func make(of source: Connection, _ stop: StopFlag) throws -> Connection {
        let copy = try Connection(.temporary)
        // What a loss of power leaves of it is of no use.
        try copy.execute("PRAGMA synchronous = OFF")
        let backup = try OnlineBackup(from: source, to: copy)
        while try backup.step(pages: pagesPerStep) {
            if stop.isSet { throw SQLiteError(extendedCode: ResultCode.interrupt, message: "stopped") }
        }
        return copy
    }
}
