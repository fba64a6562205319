import NewsArchiveSQLite

extension Archive {
    /// Makes the keys of headlines, guids and links anew, by which records find their article, all of them or none.
    ///
    /// It is needed when ``IdentityRule/version`` has changed since the archive was written: imports refuse it until then
    /// (``ArchiveError/otherKeyVersion(path:found:supported:)``). Articles stay as they are, also those that another version
    /// of the rule would join or keep apart. Hashes that are kept of pruned articles, and of what was decided by hand, stay
    /// as they were made.
    ///
    /// ```swift
    /// let report = try await archive.rekey(isDryRun: true)
    /// print(report.wrong, "keys are not as they should be")
    /// ```
    /// - Parameter isDryRun: Whether to work out the report and change nothing.
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled, and nothing was changed.
    public func rekey(isDryRun: Bool = false) async throws -> RekeyReport {
        try await writing(ending: isDryRun ? .rollBack : .commit) { connection, isCancelled in
            try Rekeying(connection: connection, isCancelled: isCancelled).run()
        }
    }
}
