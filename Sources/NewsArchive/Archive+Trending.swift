extension Archive {
    /// The articles whose views grew most since a day, most first.
    ///
    /// ```swift
    /// for article in try await archive.trending(since: LocalTime(year: 2025, month: 10, day: 1), limit: 5) {
    ///     print(article.gain, article.headline)
    /// }
    /// ```
    /// What grew is the count at the latest sighting, compared with the last one on the day or before it; where there is none, with the
    /// first one after it. So an article that was seen once has no gain. Where several sources count the views of an article each
    /// is compared with itself, and the one that gained most stands for the article. Sightings of an import that names no
    /// source are taken for the article's one named source, where it has just one; those of dumps that do not say when
    /// they were taken are left out. Of articles that gained the same the later ones come first.
    ///
    /// - Parameters:
    ///   - since: The day; of a month its first one. nil for seven days before the latest day on which views were seen.
    ///   - limit: How many to return at the most.
    ///   - timeout: How long it may take; nil for as long as it takes. All sightings are read.
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func trending(
        since: LocalTime? = nil, limit: Int = 10, timeout: Duration? = nil
    ) async throws -> [TrendingArticle] {
        try await stoppable(timeout) { connection, _ in
            try TrendingSearch(connection).articles(since: since, limit: limit)
        }
    }
}
