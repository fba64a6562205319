/// An article of the archive, whole.
public struct Article: Identifiable, Equatable, Sendable {
    /// What it is called.
    public let id: ArticleID
    /// Its headline, in the present wording.
    public let headline: String
    /// Its text, in the present wording; empty for a headline alone.
    public let body: ParsedText
    /// The line that says whose the pictures are.
    public let credit: String?
    /// When it was published; nil when nothing says it.
    public let published: PublicationTime?
    /// How often it had been read at its latest sighting that says so.
    public let views: Int64?
    /// Who published it; nil when no import said so.
    public let source: String?
    /// Where it is found on the web, where the dump says so.
    public let url: String?
    /// Every time it was listed, in order.
    public let sightings: [Sighting]
    /// The wordings it had before, in the order of their last sightings.
    public let revisions: [Revision]
}

/// One listing of an article in one dump.
public struct Sighting: Equatable, Sendable {
    /// The dump that lists it.
    public let dump: String
    /// The record's number in the dump, from 0.
    public let position: Int
    /// The day (or month) on which the list was taken, as the dump states it.
    public let seen: LocalTime?
    /// What the record stated as its time; nil when it stated none, as a lead does.
    public let published: PublicationTime?
    /// How often the article had been read.
    public let views: Int64?
    /// Who listed it.
    public let source: String?
    /// The wording that it showed, as its place in ``Article/revisions``; nil for the present wording.
    public let revision: Int?
    /// Why the record was taken for this article.
    public let decision: IdentityDecision
}

/// A wording that an article had and has no longer.
public struct Revision: Equatable, Sendable {
    /// The headline as it was.
    public let headline: String
    /// The text as it was.
    public let body: ParsedText
    /// The credit line as it was.
    public let credit: String?
    /// The first day on which a dump showed it.
    public let firstSeen: LocalTime?
    /// The last day on which a dump showed it.
    public let lastSeen: LocalTime?
}
