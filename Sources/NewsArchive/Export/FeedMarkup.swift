/// What RSS and Atom have in common when they are written.
enum FeedMarkup {
    /// The declaration, and the namespaces of what neither has an element of its own for.
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    static let namespaces =
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\""
        + " xmlns:archive=\"urn:x-news-archive\""

    /// An id for an article that its publisher gave none.
    static func id(of article: Article) -> String {
        article.metadata.guid ?? InventedID.make(article.id.rawValue)
    }

    /// The elements of other vocabularies.
    ///
    /// - Parameter namesSource: whether the feed's title does not say it.
    static func others(_ article: Article, namesSource: Bool) -> [UInt8] {
        let metadata = article.metadata
        var markup: [UInt8] = []
        // A day or a month has no form in the elements of RSS and Atom; in Dublin Core's it has (W3CDTF).
        if let time = article.published, time.precision != .minute, time.local != nil {
            markup += MarkupText.element("dc:date", time.description)
        }
        markup += MarkupText.element("dc:language", metadata.language)
        if namesSource { markup += MarkupText.element("dc:publisher", article.source) }
        markup += MarkupText.element("media:credit", article.credit.map { MarkupText.unambiguous($0) })
        markup += MarkupText.element("archive:views", article.views.map(String.init))
        return markup
    }
}
