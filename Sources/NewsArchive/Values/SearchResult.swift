/// An order of search results. Ties are broken newest first, or oldest first by ``oldest``.
public enum SearchOrder: String, Hashable, Sendable, CaseIterable {
    /// Best match first, by FTS5's bm25 with the headline weighing ten times the body.
    case relevance
    /// Best match first, where an article loses half of its score with every half-life of its age.
    case recentRelevance = "recent-relevance"
    /// Latest publication first; articles without a date last.
    case newest
    /// Earliest publication first; articles without a date last.
    case oldest
    /// Most views first; articles without a count last.
    case views
}

/// The answer to a search.
public struct SearchResults: Equatable, Sendable {
    /// What was typed.
    public let query: String
    /// Whether there was nothing in it to search for: "***" has no word.
    public let isEmptyQuery: Bool
    /// How many articles the query finds in all; nil when that was not asked for.
    public let total: Int64?
    /// Where the next page begins; nil when this is the last one.
    public let next: SearchCursor?
    /// The articles found, at most as many as were asked for.
    public let results: [SearchResult]
}

/// One article that a search found.
public struct SearchResult: Identifiable, Equatable, Sendable {
    /// What the article is called.
    public let id: ArticleID
    /// Its headline, with what matched.
    public let headline: HighlightedText
    /// When it was published; nil when nothing says it.
    public let published: PublicationTime?
    /// How often it had been read at its latest sighting that says so.
    public let views: Int64?
    /// Who published it; nil when no import said so.
    public let source: String?
    /// Where it is found on the web, where the dump says so.
    public let url: String?
    /// The passage of the text that shows most of what matched, or its beginning; empty for a headline alone.
    public let snippet: Passage
    /// How well it matches: higher is better. The negative of what FTS5's bm25 gives, whatever the article's age; nil in
    /// an order that does not ask for it.
    public let score: Double?
}

/// A text, and which ranges of it matched. Markup is the printer's work.
public struct HighlightedText: Equatable, Sendable {
    /// The text as it is stored: control characters are not taken out.
    public let text: String
    /// What matched, as ranges of the text's UTF-8 bytes, in order, without overlap.
    public let highlights: [Range<Int>]
}
