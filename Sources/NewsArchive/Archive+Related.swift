extension Archive {
    /// The articles nearest to one by the rarest of its words, nearest first; nil when there is none with this id.
    ///
    /// ```swift
    /// for related in try await archive.related(to: id, limit: 5) ?? [] {
    ///     print(related.article.headline.text, related.sharedWords)
    /// }
    /// ```
    /// The two dozen words that say most of the article, by how often it has them and how few others do, are searched by
    /// relevance; a word of the headline counts for several of the text. Articles that share one word alone are left out
    /// where others share more. A former id of an article leads to it, too.
    ///
    /// - Parameters:
    ///   - id: The article.
    ///   - limit: How many others to return at the most.
    ///   - timeout: How long it may take; nil for as long as it takes.
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func related(
        to id: ArticleID, limit: Int = 10, timeout: Duration? = nil
    ) async throws -> [RelatedArticle]? {
        try await stoppable(timeout) { connection, stop in
            guard let article = try ArticleLoader(connection).load(id) else { return nil }
            return try RelatedSearch(connection, stop: stop).articles(relatedTo: article, limit: limit)
        }
    }
}
