/// One record of a dump, as the dump states it: nothing is decided yet.
public struct ParsedArticle: Equatable, Sendable {
    /// Who says when an article was published.
    public enum TimeOrigin: String, Hashable, Sendable, CaseIterable {
        /// The record states it.
        case stated
        /// The record does not; the date on which its dump was taken stands in.
        case dump
        /// Nothing says it.
        case unknown
    }

    /// The headline, its white space made plain and a glued repeat taken apart.
    public var headline: String
    /// The text; empty for a headline alone.
    public var body: ParsedText
    /// The line that says whose the pictures are, as "Images | akorda.kz".
    public var credit: String?
    /// When it was published.
    public var published: LocalTime?
    /// Minutes by which the clock of ``published`` was ahead of UTC; nil where the record does not say.
    public var minutesAheadOfUTC: Int?
    /// What the record wrote where its time stands, when no time that exists can be read from it.
    public var unreadableTime: String?
    /// Who says so.
    public var origin: TimeOrigin
    /// When the record says that the article was last changed.
    public var updated: StatedTime?
    /// How often it had been read when the dump was taken.
    public var views: Int64?
    /// When the list was taken that holds this record; a minute is one of UTC.
    public var listed: LocalTime?
    /// Who published it, where the record itself says so.
    public var source: String?
    /// What the record says of the article beside its wording.
    public var metadata: ArticleMetadata
    /// Where in the dump it stands.
    public var place: RecordPlace

    /// An article with the given parts.
    public init(
        headline: String, body: ParsedText = ParsedText(), credit: String? = nil,
        published: LocalTime? = nil, minutesAheadOfUTC: Int? = nil, unreadableTime: String? = nil,
        origin: TimeOrigin = .unknown, updated: StatedTime? = nil, views: Int64? = nil,
        listed: LocalTime? = nil, source: String? = nil, metadata: ArticleMetadata = ArticleMetadata(),
        place: RecordPlace = RecordPlace()
    ) {
        self.headline = headline
        self.body = body
        self.credit = credit
        self.published = published
        self.minutesAheadOfUTC = minutesAheadOfUTC
        self.unreadableTime = unreadableTime
        self.origin = origin
        self.updated = updated
        self.views = views
        self.listed = listed
        self.source = source
        self.metadata = metadata
        self.place = place
    }
}

/// Where a record stands in its dump, unpacked and as UTF-8.
public struct RecordPlace: Hashable, Sendable {
    /// The line that the record starts on, from 1.
    public var line: Int
    /// Bytes before the record.
    public var byteOffset: Int
    /// Bytes up to the next record, blank lines included.
    public var byteCount: Int

    /// The place that the given numbers say.
    public init(line: Int = 1, byteOffset: Int = 0, byteCount: Int = 0) {
        self.line = line
        self.byteOffset = byteOffset
        self.byteCount = byteCount
    }
}
