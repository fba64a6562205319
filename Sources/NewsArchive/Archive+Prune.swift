import NewsArchiveSQLite

extension Archive {
    /// Takes articles out of the archive that were published before a time, all of them or none.
    ///
    /// With an article go its text, its wordings and its sightings. Hashes of its headline, guid, link, text and its time are
    /// kept, so that it does not come back as new with the next dump that lists it. Such a record counts as seen again. Articles
    /// without a date stay.
    ///
    /// ```swift
    /// let old = LocalTime(iso8601Date: "2015-01-01")
    /// if let old {
    ///     let report = try await archive.prune(before: old, keeping: Query("source:gazette"), isDryRun: true)
    ///     print(report.articles, "articles would go")
    /// }
    /// ```
    /// - Parameters:
    ///   - time: The first minute, day or month of which articles stay, by the clock of their own stamps.
    ///   - query: What stays however old it is.
    ///   - isDryRun: Whether to work out the report and change nothing.
    /// - Throws: ``ArchiveError``, ``ArchiveError/notApplicable(_:)`` for a query that says nothing among them; a
    ///   `CancellationError` when the task was cancelled, and nothing was changed.
    public func prune(
        before time: LocalTime, keeping query: Query? = nil, isDryRun: Bool = false
    ) async throws -> PruneReport {
        if let query { try QuerySize.check(query) }
        return try await editing(ending: isDryRun ? .rollBack : .commit) { connection, editor, isCancelled in
            try Pruning(connection, editor, isCancelled: isCancelled).run(before: time, keeping: query)
        }
    }
}
