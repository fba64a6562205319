import NewsArchiveSQLite

extension Archive {
    /// What changed since a moment, in the order in which it happened: each article once, as it is now.
    ///
    /// A program that keeps something in step with an archive asks with the cursor that it got last, and keeps the new one.
    /// An article that changed again while pages are read comes once more. One that was added and has gone since may be
    /// reported as removed alone.
    ///
    /// ```swift
    /// var cursor = ChangeCursor.beginning
    /// var page = try await archive.changes(since: cursor)
    /// for change in page.changes {
    ///     print(change.kind, change.id)
    /// }
    /// cursor = page.next
    /// ```
    /// - Parameters:
    ///   - cursor: The moment: ``ChangeCursor/beginning``, or ``ArticleChanges/next``.
    ///   - limit: How many changes to return at the most.
    /// - Throws: ``ArchiveError``.
    public func changes(
        since cursor: ChangeCursor = .beginning, limit: Int = 1000
    ) async throws -> ArticleChanges {
        try await read { connection in try ChangeReader(connection).changes(since: cursor, limit: limit) }
    }
}
