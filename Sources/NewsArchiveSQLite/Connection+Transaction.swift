import CNewsArchiveSQLite

extension Connection {
    /// How a transaction ends when its work did not fail.
    package enum Ending: Sendable {
        case commit
        case rollBack
    }

    /// Runs `work` in a transaction that holds the write lock from the start, and that rolls back on any error.
    ///
    /// - Throws: what `work` throws, or a ``SQLiteError`` when the lock is not to be had or the commit fails.
    package func transaction<Result>(
        ending: Ending = .commit, _ work: (Connection) throws -> Result
    ) throws -> Result {
        try execute("BEGIN IMMEDIATE")
        do {
            let result = try work(self)
            try execute(ending == .commit ? "COMMIT" : "ROLLBACK")
            return result
        } catch {
            rollBackIfNeeded()
            throw error
        }
    }

    /// Runs `work` so that all its queries see the same state of the database.
    package func snapshot<Result>(_ work: (Connection) throws -> Result) throws -> Result {
        try execute("BEGIN")
        // Nothing was written, so the end cannot lose anything; an error of `work` is the one worth telling.
        defer { rollBackIfNeeded() }
        return try work(self)
    }

    // SQLite itself rolls back after some errors (a full disk, say), and then there is nothing left to do. An error of
    // the ROLLBACK would hide the error that led to it, which is the one worth telling.
    //
    // Whoever ends the work from another thread may hit this very statement: then it is asked again, for the connection
    // is not to be left within a transaction.
    private func rollBackIfNeeded() {
        for _ in 0..<Self.mostRollBacks where isInTransaction {
            guard sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) == SQLITE_INTERRUPT else { return }
        }
    }

    // More often than anybody can interrupt between two of them.
    private static let mostRollBacks = 1000
}
