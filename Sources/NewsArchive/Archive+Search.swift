import NewsArchiveSQLite

extension Archive {
    /// The articles whose headline or text has what was typed.
    ///
    /// Any text is a query: words, which must all occur, `"phrases"`, and `beginnings*` of words. Upper case, accents
    /// and punctuation do not matter. A text without a word finds nothing and says so in
    /// ``SearchResults/isEmptyQuery``.
    ///
    /// ```swift
    /// let newest = try await archive.search("\"gaza strip\" ceasefire", order: .newest, limit: 5)
    /// for result in newest.results {
    ///     print(result.published?.description ?? "undated", result.headline.text)
    /// }
    /// ```
    /// - Parameters:
    ///   - typed: What to search for.
    ///   - order: Which articles come first.
    ///   - limit: How many to return at the most.
    /// - Throws: ``ArchiveError``; never for what was typed.
    public func search(
        _ typed: String, order: SearchOrder = .relevance, limit: Int = 20
    ) async throws -> SearchResults {
        guard let match = TypedQuery(typed).match else {
            return SearchResults(query: typed, isEmptyQuery: true, results: [])
        }
        let found = try await read { connection in
            try SearchSession(connection: connection, match: match, order: order, limit: limit).results()
        }
        return SearchResults(query: typed, isEmptyQuery: false, results: found)
    }
}
