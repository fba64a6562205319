/// The parts of an article as bytes, by which an article and a record of it are compared. A part that is not there is empty.
struct ArticleParts: Equatable {
    private(set) var texts: [ArticleField: [UInt8]] = [:]

    init(_ article: Article) {
        texts[.headline] = Array(article.headline.utf8)
        texts[.body] = article.body.utf8
        texts[.credit] = Self.bytes(article.credit)
        texts[.published] = Self.bytes(article.published)
        texts[.views] = Self.bytes(article.views.map(String.init))
        texts[.source] = Self.bytes(article.source)
        add(article.metadata)
    }

    /// - Parameter header: what the dump says of all its records.
    init(_ record: ParsedArticle, in header: DumpHeader) {
        texts[.headline] = Array(record.headline.utf8)
        texts[.body] = record.body.utf8
        texts[.credit] = Self.bytes(record.credit)
        texts[.published] = Self.bytes(record.publicationTime(.utc))
        texts[.views] = Self.bytes(record.views.map(String.init))
        texts[.source] = Self.bytes(record.source ?? header.title)
        add(record.metadata)
    }

    private mutating func add(_ metadata: ArticleMetadata) {
        texts[.url] = Self.bytes(metadata.url)
        texts[.guid] = Self.bytes(metadata.guid)
        texts[.author] = Self.bytes(metadata.author)
        texts[.language] = Self.bytes(metadata.language)
        texts[.categories] = metadata.categories.flatMap { Array($0.utf8) + [0] }
        texts[.enclosure] = metadata.enclosures.flatMap { file in
            Array("\(file.url)\0\(file.type ?? "")\0\(file.length.map(String.init) ?? "")\0".utf8)
        }
        texts[.summary] = metadata.summary.utf8
    }

    private static func bytes(_ text: String?) -> [UInt8] { text.map { Array($0.utf8) } ?? [] }

    private static func bytes(_ time: PublicationTime?) -> [UInt8] {
        bytes(time.map { "\($0) \($0.precision.rawValue) \($0.origin.rawValue)" })
    }
}
