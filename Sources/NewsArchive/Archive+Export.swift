import NewsArchiveSQLite

extension Archive {
    /// Writes articles in a format that other programs read, oldest first, in the order of their ids.
    ///
    /// All that is written is of one state of the archive, whatever is imported meanwhile. Memory does not grow with the
    /// archive, but for some bytes for each article that a query finds. The same archive gives the same bytes.
    ///
    /// JSON Lines lose nothing: an import of them into an empty archive makes one that is exported as the same bytes, with its
    /// sightings, wordings, decisions and dumps; into another archive it is a merge. Of a query, dumps are written as excerpts.
    /// The other formats hold the articles as they are now; what they could not say of them is counted.
    ///
    /// ```swift
    /// let report = try await archive.export(Query("ferry"), as: .atom) { piece in
    ///     print(piece.count, "bytes")
    /// }
    /// print(report.articles, "articles,", report.notSaid[.headline] ?? 0, "headlines changed")
    /// ```
    /// - Parameters:
    ///   - query: Which articles; nil for all of them.
    ///   - format: How they are written.
    ///   - write: Called on the archive's thread with the next piece, some 64 KiB of whole articles. What it throws ends the
    ///     export.
    /// - Throws: ``ArchiveError``, ``ArchiveError/notApplicable(_:)`` for a query that says nothing among them; what `write`
    ///   throws; a `CancellationError` when the task was cancelled.
    @discardableResult
    public func export(
        _ query: Query? = nil, as format: ExportFormat,
        to write: @escaping @Sendable (_ piece: [UInt8]) throws -> Void
    ) async throws -> ExportReport {
        if let query { try QuerySize.check(query) }
        return try await stoppable(nil) { connection, stop in
            let selection = try ExportSelection(connection, query)
            let pieces = ExportPieces(stop: stop, write: write)
            if let exporter = format.makeExporter() {
                var session = ExportSession(connection, exporter, pieces)
                return try session.run(selection)
            }
            var report = ExportReport()
            report.articles = try LosslessExporter(connection).export(selection.ids, to: pieces.add)
            report.bytes = try pieces.finish()
            return report
        }
    }
}
