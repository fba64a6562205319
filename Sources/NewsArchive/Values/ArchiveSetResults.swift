/// The answer to a search of several archives.
public struct ArchiveSetResults: Equatable, Sendable {
    /// What was typed.
    public let query: String
    /// Whether there was nothing in it to search for: "***" has no word.
    public let isEmptyQuery: Bool
    /// How many articles the query finds in all archives together; nil when that was not asked for.
    public let total: Int64?
    /// Where the next page begins; nil when this is the last one.
    public let next: ArchiveSetCursor?
    /// The articles found, at most as many as were asked for.
    public let results: [ArchiveSetResult]
}

/// One article that a search of several archives found.
public struct ArchiveSetResult: Equatable, Sendable {
    /// The place in ``ArchiveSet/archives`` of the archive that has it: ids are an archive's own.
    public let archive: Int
    /// What is shown of the article.
    public let article: SearchResult
}
