import NewsArchive

/// What `search --json` prints.
struct SearchJSON: Encodable {
    let found: ArchiveSetResults
    let shown: [ShownResult]
    let suggestions: [Suggestion]

    init(_ found: ArchiveSetResults, _ shown: [ShownResult], suggestions: [Suggestion]) {
        self.found = found
        self.shown = shown
        self.suggestions = suggestions
    }

    private enum Key: String, CodingKey {
        case query, total, next, results, suggestions
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(found.query, forKey: .query)
        try object.encode(found.total, forKey: .total)
        try object.encode(found.next?.description, forKey: .next)
        try object.encode(shown.map { ResultJSON($0) }, forKey: .results)
        try object.encode(suggestions.map(SuggestionJSON.init), forKey: .suggestions)
    }
}

/// What `search --jsonl`, `related --jsonl` and `watch run --jsonl` print for an article.
struct ResultJSON: Encodable {
    let result: SearchResult
    /// The words that it shares with the article that it is related to.
    let sharedWords: [String]?
    /// The archive that has it, where several were searched.
    let archive: String?
    /// The standing query that found it.
    let watch: String?

    init(_ shown: ShownResult) {
        result = shown.article
        archive = shown.archive
        sharedWords = nil
        watch = nil
    }

    /// News of a watch; of which one is said where they do not stand under its name.
    init(_ news: SearchResult, of watch: String? = nil) {
        result = news
        archive = nil
        sharedWords = nil
        self.watch = watch
    }

    init(_ related: RelatedArticle) {
        result = related.article
        archive = nil
        sharedWords = related.sharedWords
        watch = nil
    }

    private enum Key: String, CodingKey {
        case id, headline, published, views, source, url, snippet, score, shared, archive, watch
    }

    private enum SnippetKey: String, CodingKey {
        case text, highlights, start, end
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(result.id.rawValue, forKey: .id)
        try object.encode(result.headline.text, forKey: .headline)
        try object.encode(result.published?.description, forKey: .published)
        try object.encode(result.views, forKey: .views)
        try object.encode(result.source, forKey: .source)
        try object.encode(result.url, forKey: .url)
        try object.encode(result.score.map { ($0 * 1e6).rounded() / 1e6 }, forKey: .score)
        // Of a search it is not asked.
        try object.encodeIfPresent(sharedWords, forKey: .shared)
        try object.encodeIfPresent(archive, forKey: .archive)
        try object.encodeIfPresent(watch, forKey: .watch)
        var snippet = object.nestedContainer(keyedBy: SnippetKey.self, forKey: .snippet)
        try snippet.encode(result.snippet.text, forKey: .text)
        try snippet.encode(
            result.snippet.highlights.map { [$0.lowerBound, $0.upperBound] }, forKey: .highlights)
        try snippet.encode(result.snippet.range.lowerBound, forKey: .start)
        try snippet.encode(result.snippet.range.upperBound, forKey: .end)
    }
}
