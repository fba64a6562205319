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
    /// Who says so.
    public var origin: TimeOrigin
    /// How often it had been read when the dump was taken.
    public var views: Int64?
    /// The date on which the list was taken that holds this record.
    public var listed: LocalTime?
    /// Where in the dump it stands.
    public var place: RecordPlace

    /// An article with the given parts.
    public init(
        headline: String, body: ParsedText = ParsedText(), credit: String? = nil,
        published: LocalTime? = nil, origin: TimeOrigin = .unknown, views: Int64? = nil,
        listed: LocalTime? = nil, place: RecordPlace = RecordPlace()
    ) {
        self.headline = headline
        self.body = body
        self.credit = credit
        self.published = published
        self.origin = origin
        self.views = views
        self.listed = listed
        self.place = place
    }
}

/// Where a record stands in its dump.
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
