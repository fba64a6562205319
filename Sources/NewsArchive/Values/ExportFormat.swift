/// A format that articles are exported in.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// One JSON object a line, with all that the archive has of an article.
    case jsonLines = "jsonl"
    /// A table with a header row (RFC 4180). An article has one file in it; categories are parted by commas. Cells are the
    /// text itself, also where a spreadsheet would take it for a formula.
    case csv
    /// A site's listing as plain text. It has no seconds, zones, sources, addresses or authors, and no articles without any
    /// date.
    case listing
    /// RSS 2.0. Days and months stand in `dc:date`, for `pubDate` has none.
    case rss
    /// Atom 1.0. It asks for an id of every entry: one that has no guid gets `urn:x-news-archive:` and the article's id, which
    /// an import takes for no guid.
    case atom
    /// JSON Feed 1.1. What it has no member for stands in the object `_news_archive` of an item; ids are as in Atom.
    case jsonFeed = "json-feed"
}
