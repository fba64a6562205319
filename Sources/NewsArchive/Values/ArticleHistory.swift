/// An article over time: what it said, and how often it had been read.
///
/// Sightings count in the order of the days on which their lists were taken, then of the times that the records state, then
/// as they were imported. Those of an import that names no source are taken for the article's one named source, where it
/// has just one.
public struct ArticleHistory: Identifiable, Equatable, Sendable {
    /// The article as it is now, with all its sightings.
    public let article: Article
    /// The wordings in the order in which they were first shown. One that came back is there again.
    public let steps: [WordingStep]
    /// How often it had been read: a curve for each source that counts.
    public let curves: [ViewCurve]

    /// What the article is called.
    public var id: ArticleID { article.id }
}

/// A wording of an article, for as long as it was shown.
public struct WordingStep: Equatable, Sendable {
    /// The headline.
    public let headline: String
    /// The text; empty for a headline alone.
    public let body: ParsedText
    /// The line that says whose the pictures are.
    public let credit: String?
    /// The wording, as its place in ``Article/revisions``; nil for the present one.
    public let revision: Int?
    /// The step that this one took the place of, as its place in ``ArticleHistory/steps``; nil for the first one.
    ///
    /// It is what the same source showed before. Where a second source words an article in its own way, both go on side by side,
    /// and the second one's first step is compared with the step before it.
    public let previous: Int?
    /// The sightings that showed it, in order; never empty.
    public internal(set) var sightings: [Sighting]

    /// How often a dump showed it.
    public var timesShown: Int { sightings.count }
    /// When a dump first showed it; nil when no dump says when it was taken.
    public var firstSeen: LocalTime? { sightings.lazy.compactMap(\.seen).first }
    /// When a dump last showed it; nil when no dump says when it was taken.
    public var lastSeen: LocalTime? { sightings.lazy.compactMap(\.seen).last }
}

/// How often an article had been read, as one source counted it.
public struct ViewCurve: Equatable, Sendable {
    /// Who counted; nil when no import said so.
    public let source: String?
    /// What was counted, earliest first, once for each moment; never empty.
    ///
    /// A dump that lists an article twice states two counts; the one of the later record counts. A count whose dump does not
    /// say when it was taken stands before all others.
    public let points: [ViewPoint]
}

/// How often an article had been read at a moment.
public struct ViewPoint: Equatable, Sendable {
    /// When the list was taken, as exactly as the dump states it; nil when it does not.
    public let seen: LocalTime?
    /// How often the article had been read by then.
    public let views: Int64
    /// By how much that is more than at the point before, and less than 0 where the count fell; nil for the first point, and
    /// where it is not known which one was first.
    public let gain: Int64?
    /// The dump that says so.
    public let dump: String
}
