/// What a record says of an article beside its wording and its times.
public struct ArticleMetadata: Hashable, Sendable {
    /// What its publisher calls it: `guid`, `id`, `atom:id`.
    public var guid: String?
    /// Where it is found on the web: absolute, where the dump says enough for that.
    public var url: String?
    /// Who wrote it.
    public var author: String?
    /// The language of its text as the dump names it, mostly as BCP 47 does: "kk", "en-GB".
    public var language: String?
    /// The sections or keywords that it stands under, in order, each once.
    public var categories: [String]
    /// Files that belong to it: pictures, sound, films.
    public var enclosures: [Enclosure]
    /// A shorter text beside the body, where the record has one that is no part of the body.
    public var summary: ParsedText

    /// A file that belongs to an article.
    public struct Enclosure: Hashable, Sendable {
        /// Where it is found.
        public var url: String
        /// Its media type, as "audio/mpeg".
        public var type: String?
        /// Its size in bytes.
        public var length: Int64?

        /// A file with the given parts.
        public init(url: String, type: String? = nil, length: Int64? = nil) {
            self.url = url
            self.type = type
            self.length = length
        }
    }

    /// Metadata with the given parts.
    public init(
        guid: String? = nil, url: String? = nil, author: String? = nil, language: String? = nil,
        categories: [String] = [], enclosures: [Enclosure] = [], summary: ParsedText = ParsedText()
    ) {
        self.guid = guid
        self.url = url
        self.author = author
        self.language = language
        self.categories = categories
        self.enclosures = enclosures
        self.summary = summary
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { self == ArticleMetadata() }
}
