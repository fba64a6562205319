extension Archive {
    /// What may have been meant by the words of a query that no article has: the nearest words of the archive.
    ///
    /// ```swift
    /// let query = Query("electon results")
    /// let suggestions = try await archive.suggestions(for: query)
    /// print("did you mean \(query.corrected(by: suggestions))?")
    /// ```
    /// Near are words that up to two steps lead to, one for words of three or four letters: a letter put in, left out or
    /// replaced, or two neighbours swapped. The fewest steps come first, then the same first letter, then most articles.
    /// Nothing is said of words that articles have, of shorter ones, of those with digits, of beginnings of words and of
    /// what the query denies.
    ///
    /// - Parameters:
    ///   - query: What was searched for.
    ///   - timeout: How long it may take; nil for as long as it takes. All words of the archive are looked at, when a
    ///     word is unknown.
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func suggestions(for query: Query, timeout: Duration? = nil) async throws -> [Suggestion] {
        try QuerySize.check(query)
        return try await stoppable(timeout) { connection, stop in
            try SpellingCheck(connection, stop: stop).suggestions(for: query)
        }
    }

    /// The words of a query that no article has.
    func unknownWords(of query: Query, timeout: Duration?) async throws -> [String] {
        try QuerySize.check(query)
        return try await stoppable(timeout) { connection, stop in
            try SpellingCheck(connection, stop: stop).unknown(in: query)
        }
    }

    /// The nearest words of the archive to some that no article has.
    func suggestions(forUnknown words: [String], timeout: Duration?) async throws -> [Suggestion] {
        try await stoppable(timeout) { connection, stop in
            try SpellingCheck(connection, stop: stop).suggestions(forUnknown: words)
        }
    }
}
