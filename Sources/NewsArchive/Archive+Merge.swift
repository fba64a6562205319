import NewsArchiveSQLite

extension Archive {
    /// Brings what another archive holds into this one, as if its dumps were imported here.
    ///
    /// Dumps that this archive has already are passed over, so that the same merge again changes nothing. Which records are
    /// one article is decided here, as by an import, by the setting of identity that each dump was imported with: what was
    /// joined or split by hand in the other archive is not taken over. What was pruned here does not come back. Each chunk
    /// is one transaction: a merge that was stopped goes on where it was. The other archive is only read.
    ///
    /// ```swift
    /// let report = try await archive.merge(from: "other.sqlite")
    /// print(report.counts.added, "articles were new")
    /// ```
    /// - Parameters:
    ///   - path: The other archive.
    ///   - isDryRun: Whether to come to the same report and change nothing.
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled, between two chunks.
    public func merge(from path: String, isDryRun: Bool = false) async throws -> MergeReport {
        guard opener.mayMigrate else { throw ArchiveError.notWritable(path: self.path) }
        guard FileIdentity(path: path) != FileIdentity(path: self.path) || FileIdentity(path: path) == nil
        else {
            throw ArchiveError.notApplicable("\(path) cannot be merged into itself")
        }
        let other = ArchiveOpener(
            location: .readOnly(path: path), path: path, waitMilliseconds: opener.waitMilliseconds)
        let cancellation = Cancellation()
        let mine = self.path
        return try await withTaskCancellationHandler {
            try await pool.writer.run { connection in
                connection.endWaits(by: cancellation.stop)
                defer { connection.endWaits(by: nil) }
                return try ArchiveError.translating(path: mine) {
                    try KeyVersion.require(connection, path: mine)
                    let session = try MergeSession(
                        connection, from: try other.openForReading(), isDryRun: isDryRun
                    ) { cancellation.isCancelled }
                    return try session.run()
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}
