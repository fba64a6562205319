/// Writes articles in one format, article by article, into a buffer that somebody else empties.
protocol ArticleExporter {
    /// A parser that reads what is written as an import would; nil where this build has none.
    var reader: (any DumpParser)? { get }

    /// Writes what stands before the first article.
    mutating func begin(_ outline: ExportOutline, to output: inout [UInt8])

    /// Writes an article. False when the format has no form for it, and nothing was written.
    mutating func write(_ article: Article, to output: inout [UInt8]) -> Bool

    /// Writes what stands after the last article.
    mutating func end(to output: inout [UInt8])
}

/// What is known of all the articles of an export before the first of them is written.
struct ExportOutline: Equatable {
    /// Who published them all; nil where that is nobody known, or not the same for all.
    var source: String?
    /// Whether they have several sources, or some have one and others none.
    var hasSeveralSources = false
    /// Whether one of them has no date.
    var hasUndated = false
    /// When the newest of them was published.
    var newest: PublicationTime?
}

extension ExportFormat {
    /// What writes the format article by article; nil for JSON Lines, which have more than articles: see ``LosslessExporter``.
    func makeExporter() -> (any ArticleExporter)? {
        switch self {
        case .jsonLines: nil
        case .csv: CSVExporter()
        case .listing: ListingExporter()
        case .rss: RSSExporter()
        case .atom: AtomExporter()
        case .jsonFeed: JSONFeedExporter()
        }
    }
}

extension [UInt8] {
    /// Appends a text.
    mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
