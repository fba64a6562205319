import NewsArchiveSQLite

extension Archive {
    /// Writes the archive, or what a query finds in it, as JSON Lines of which nothing is lost when they are imported: times,
    /// sightings, wordings, decisions and the dumps that they came from.
    ///
    /// An import of that into an empty archive makes one that is exported as the same bytes; into another archive it is a
    /// merge. Articles come oldest first, by their ids. Readers and imports go on meanwhile; what they change is not in it.
    ///
    /// - Parameters:
    ///   - query: What to write; nil for all. Of a query, dumps are written as excerpts.
    ///   - write: Called with a line at a time, on a thread of the archive. What it throws ends the export.
    /// - Returns: how many articles were written.
    /// - Throws: ``ArchiveError``; what `write` throws; a `CancellationError` when the task was cancelled.
    func exportLossless(
        _ query: Query? = nil, to write: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> Int {
        if let query { try QuerySize.check(query) }
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await read { connection in
                let ids = try query.map { try MatchingArticles.ids(of: $0, in: connection) }
                return try LosslessExporter(connection).export(ids) { line in
                    if cancellation.isCancelled { throw CancellationError() }
                    try write(line)
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}
