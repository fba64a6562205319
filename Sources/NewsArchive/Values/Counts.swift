/// The length of time that a bar of a histogram stands for.
public enum HistogramUnit: String, Hashable, Sendable, CaseIterable {
    /// Each day.
    case day
    /// Each month.
    case month
    /// Each year.
    case year
}

/// How many articles were published in a day, a month or a year.
public struct HistogramBar: Equatable, Sendable {
    /// The first day of it, by the clocks of the articles' stamps.
    public let start: LocalTime
    /// How many articles; never 0.
    public let count: Int64
}

/// How many articles a source listed.
public struct SourceCount: Equatable, Sendable {
    /// The source; nil for articles of which no import said who published them.
    public let source: String?
    /// How many articles. One that several sources listed counts for each.
    public let count: Int64
}
