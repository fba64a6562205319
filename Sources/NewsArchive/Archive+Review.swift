import NewsArchiveSQLite

extension Archive {
    /// Why an article is one: the decision of each sighting, and by what records find it.
    ///
    /// A former id of an article leads to it, too.
    ///
    /// - Throws: ``ArchiveError``, ``ArchiveError/noSuchArticle(_:)`` among them.
    public func explainIdentity(of id: ArticleID) async throws -> IdentityExplanation {
        try await read { connection in try IdentityReader(connection).explanation(of: id) }
    }

    /// Holds two articles against each other: whether the identity rule would take them for one, and why.
    ///
    /// Their texts are compared now, whatever was decided when they were imported.
    ///
    /// ```swift
    /// let comparison = try await archive.compareIdentity(first, second)
    /// print(comparison.wouldBeOne ? "one" : "two", comparison.rule.rawValue, comparison.agreement ?? 0)
    /// ```
    /// - Throws: ``ArchiveError``, ``ArchiveError/noSuchArticle(_:)`` among them, and ``ArchiveError/notApplicable(_:)`` for
    ///   two ids of one article.
    public func compareIdentity(_ first: ArticleID, _ second: ArticleID) async throws -> IdentityComparison {
        try await read { connection in try IdentityComparer(connection).comparison(of: first, second) }
    }

    /// Pairs of articles that may be one, the most alike first: under one headline, or with nearly one text.
    ///
    /// All texts are read once, and sketches of them compared. Under two headlines, four fifths of the shorter text must be
    /// in the longer one, which is no more than twice as long; texts with fewer than 40 words are no sign. Of articles that
    /// share a headline, those next to each other in time are compared, and texts of which not even a tenth agrees are taken
    /// for issues of a column. Pairs that a person split, or joined and parted again, are left out. A million articles take
    /// some 200 MB while it runs.
    ///
    /// ```swift
    /// for suggestion in try await archive.identitySuggestions(limit: 10) {
    ///     print(suggestion.score ?? 0, suggestion.article.headline, suggestion.other.headline)
    /// }
    /// ```
    /// - Parameters:
    ///   - time: The later one of a pair was published since then, by the clock of its own stamp; nil for all.
    ///   - limit: How many pairs to return at the most.
    ///   - onProgress: Called on the archive's thread, now and then.
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func identitySuggestions(
        since time: LocalTime? = nil, limit: Int = 20,
        onProgress: @escaping @Sendable (ReviewProgress) -> Void = { _ in }
    ) async throws -> [IdentitySuggestion] {
        let cancellation = Cancellation()
        let watch = ReviewWatch(isCancelled: { cancellation.isCancelled }, onProgress: onProgress)
        return try await withTaskCancellationHandler {
            try await read { connection in
                try SuggestionFinder(connection, watch).suggestions(since: time, limit: max(0, limit))
            }
        } onCancel: {
            cancellation.cancel()
        }
    }
}
