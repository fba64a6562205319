/// What a dump says about itself, as far as it has been read.
public struct DumpHeader: Equatable, Sendable {
    /// What the feed is called: the source of its articles.
    public var title: String?
    /// The page that the feed belongs to.
    public var url: String?
    /// The language of its articles, where they do not say another.
    public var language: String?
    /// When the feed was made.
    public var taken: StatedTime?

    /// A header with the given parts.
    public init(
        title: String? = nil, url: String? = nil, language: String? = nil, taken: StatedTime? = nil
    ) {
        self.title = title
        self.url = url
        self.language = language
        self.taken = taken
    }
}
