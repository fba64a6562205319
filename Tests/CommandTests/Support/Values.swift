@testable import NewsArchive
@testable import news_archive

extension [ShownResult] {
    static func of(_ results: SearchResult..., archive: String? = nil) -> [ShownResult] {
        results.map { ShownResult(article: $0, archive: archive) }
    }
}

extension SearchResult {
    static func with(
        headline: String = "New ferry", highlights: [Range<Int>] = [], published: PublicationTime? = nil,
        views: Int64? = nil, source: String? = nil, snippet: String = "", passage: Passage? = nil,
        score: Double = 1.5
    ) -> SearchResult {
        SearchResult(
            id: ArticleID(rawValue: 7),
            headline: HighlightedText(text: headline, highlights: highlights), published: published,
            views: views, source: source, url: nil, snippet: passage ?? .with(snippet), score: score)
    }
}

extension Passage {
    static func with(
        _ text: String, highlights: [Range<Int>] = [], start: Int = 0, isAtEnd: Bool = true
    ) -> Passage {
        Passage(
            text: text, highlights: highlights, range: start..<start + text.utf8.count,
            isAtStart: start == 0, isAtEnd: isAtEnd)
    }
}

extension PublicationTime {
    /// The minute 2025-10-09T12:21 by a clock that is so far ahead of UTC.
    static func minute(ahead minutes: Int) -> PublicationTime {
        PublicationTime(
            secondsSince1970: 1_760_012_460 - Int64(minutes) * 60, precision: .minute,
            minutesAheadOfUTC: minutes, origin: .stated)
    }
}

extension RecordCounts {
    static func of(added: Int = 0, seenAgain: Int = 0, revised: Int = 0, rejected: Int = 0) -> RecordCounts {
        var counts = RecordCounts()
        counts.added = added
        counts.seenAgain = seenAgain
        counts.revised = revised
        counts.rejected = rejected
        return counts
    }
}
