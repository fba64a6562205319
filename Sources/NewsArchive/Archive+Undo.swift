import NewsArchiveSQLite

extension Archive {
    /// Takes back what one dump brought, all of it or nothing: its sightings, the articles that no other dump lists, and the
    /// wordings that it alone showed.
    ///
    /// What remains says what the other dumps say. A dump that was taken back can be imported again; its articles then have
    /// new ids, for an id is never given to another article. Readers see the archive before or after, never between.
    ///
    /// - Parameters:
    ///   - id: Which dump: ``Dump/id``.
    ///   - isDryRun: Whether to work out the report and change nothing.
    /// - Throws: ``ArchiveError``, ``ArchiveError/noSuchDump(_:)`` among them; a `CancellationError` when the task was
    ///   cancelled, and nothing was changed.
    public func undoImport(of id: Dump.ID, isDryRun: Bool = false) async throws -> UndoReport {
        try await editing(ending: isDryRun ? .rollBack : .commit) { connection, editor, isCancelled in
            try DumpRemoval(connection, editor, dump: id, isCancelled: isCancelled).run()
        }
    }

    /// Runs `work` on the connection that writes, in one transaction, with what it takes to change articles.
    func editing<Result: Sendable>(
        ending: Connection.Ending = .commit,
        _ work: @escaping @Sendable (Connection, ArticleEditor, @escaping () -> Bool) throws -> Result
    ) async throws -> Result {
        let path = path
        return try await writing(ending: ending) { connection, isCancelled in
            try KeyVersion.require(connection, path: path)
            return try work(connection, ArticleEditor(connection), isCancelled)
        }
    }

    /// Runs `work` on the connection that writes, in one transaction.
    func writing<Result: Sendable>(
        ending: Connection.Ending = .commit,
        _ work: @escaping @Sendable (Connection, @escaping () -> Bool) throws -> Result
    ) async throws -> Result {
        guard ending == .rollBack || opener.mayMigrate else { throw ArchiveError.notWritable(path: path) }
        let cancellation = Cancellation()
        let path = path
        return try await withTaskCancellationHandler {
            try await pool.writer.run { connection in
                connection.endWaits(by: cancellation.stop)
                defer { connection.endWaits(by: nil) }
                return try ArchiveError.translating(path: path) {
                    try connection.transaction(ending: ending) { connection in
                        try work(connection) { cancellation.isCancelled }
                    }
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}
