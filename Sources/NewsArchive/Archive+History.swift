extension Archive {
    /// An article over time, what it said and how often it had been read; nil when there is none with this id.
    ///
    /// ```swift
    /// if let history = try await archive.history(of: id) {
    ///     for step in history.steps {
    ///         guard let previous = step.previous else { continue }
    ///         let change = TextDifference(from: history.steps[previous].body, to: step.body)
    ///         print(step.firstSeen?.description ?? "undated", change.runs.count { $0.kind != .kept }, "changes")
    ///     }
    /// }
    /// ```
    /// A former id of an article leads to it, too: compare ``ArticleHistory/id``.
    ///
    /// - Throws: ``ArchiveError``.
    public func history(of id: ArticleID) async throws -> ArticleHistory? {
        try await read { connection in try ArticleLoader(connection).load(id).map { ArticleHistory($0) } }
    }
}
