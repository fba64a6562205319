/// A standing query: what it finds is told once.
public struct Watch: Identifiable, Equatable, Sendable {
    /// The number by which the archive knows it.
    public let id: Int64
    /// What it is called.
    public let name: String
    /// What it searches for, as it was typed: see ``Query/init(_:)``.
    public let query: String
    /// When it was added: seconds since 1970-01-01 UTC by the clock of the machine.
    public let added: Int64
    /// How many of the articles that the archive has were told.
    public let told: Int64
    /// Changes up to this one were told.
    let toldChange: Int64
}

/// What a watch has to tell. To be told, and then acknowledged.
public struct WatchNews: Equatable, Sendable {
    /// The watch.
    public let watch: Watch
    /// The articles, oldest first: those that were added or reworded since the watch was added, match now, and were not told
    /// before.
    public let articles: [SearchResult]
    /// Whether these are all; when they are acknowledged, ``Archive/news(of:limit:)`` has the next ones.
    public let isComplete: Bool
    /// The archive's latest change when they were read.
    let change: Int64
}
