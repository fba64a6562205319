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
    /// What its sources say of it beside its wording: each part as the latest record says that has one.
    public let metadata: ArticleMetadata
    /// Every time it was listed, in order.
    public let sightings: [Sighting]
    /// The wordings it had before, in the order of their last sightings.
    public let revisions: [Revision]

    /// Where it is found on the web, where a dump says so.
    public var url: String? { metadata.url }
}

/// One listing of an article in one dump.
public struct Sighting: Equatable, Sendable {
    /// The dump that lists it.
    public let dump: String
    /// The number by which the archive knows the dump.
    public let dumpID: Dump.ID
    /// The record's number in the dump, from 0.
    public let position: Int
    /// The day (or month) on which the list was taken, as the dump states it; a minute is one of UTC.
    public let seen: LocalTime?
    /// What the record stated as its time; nil when it stated none, as a lead does.
    public let published: PublicationTime?
    /// What the record wrote where its time stands, when no time that exists can be read from it.
    public let unreadableTime: String?
    /// When the record said that the article was last changed: seconds since 1970-01-01 UTC.
    public let updated: Int64?
    /// Whether the record states a time of publication more than a day after it was imported.
    public let isFromTheFuture: Bool
    /// How often the article had been read.
    public let views: Int64?
    /// Who listed it.
    public let source: String?
    /// What the record said of the article beside its wording.
    public let metadata: ArticleMetadata
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
