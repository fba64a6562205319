/// Writes Atom 1.0 (RFC 4287).
///
/// What it asks for and nobody said is left empty (the feed's title, its author), with two exceptions: an entry without a
/// guid has one made of the article's id, and the feed's time is that of its newest article. An entry without any date has
/// no time at all, nor has its feed, though Atom asks for both: an import would take them for the article's.
struct AtomExporter: ArticleExporter {
    private var namesSource = false

    var reader: (any DumpParser)? { DumpFormat.atom.makeParser() }

    mutating func begin(_ outline: ExportOutline, to output: inout [UInt8]) {
        namesSource = outline.hasSeveralSources
        output.append(FeedMarkup.declaration)
        output.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"\(FeedMarkup.namespaces)>\n<title>")
        output += MarkupText.xml(Array((outline.source ?? "").utf8))
        output.append("</title>\n<id>urn:x-news-archive</id>\n")
        if !outline.hasUndated {
            output += MarkupText.element("updated", outline.newest?.instant ?? "1970-01-01T00:00:00Z")
        }
        output.append("<author><name></name></author>\n")
    }

    func write(_ article: Article, to output: inout [UInt8]) -> Bool {
        let metadata = article.metadata
        output.append("<entry>\n")
        output += MarkupText.element("id", FeedMarkup.id(of: article))
        output += MarkupText.element("title", article.headline, attributes: " type=\"text\"")
        output += MarkupText.element("updated", article.published?.instant)
        if article.published?.precision == .minute {
            output += MarkupText.element("published", article.published?.instant)
        }
        if let url = metadata.url { output.append("<link\(MarkupText.attribute("href", url))/>\n") }
        if let author = metadata.author {
            output.append("<author>")
            output += MarkupText.element("name", MarkupText.unambiguous(author))
            output.append("</author>\n")
        }
        for name in metadata.categories {
            let term = String(decoding: MarkupText.unambiguous(name), as: UTF8.self)
            output.append("<category\(MarkupText.attribute("term", term))/>\n")
        }
        output += MarkupText.htmlElement("summary", metadata.summary, attributes: " type=\"html\"")
        output += MarkupText.htmlElement("content", article.body, attributes: " type=\"html\"")
        // One of both is asked for.
        if article.body.isEmpty, metadata.url == nil { output.append("<content></content>\n") }
        for file in metadata.enclosures { output.append(Self.enclosure(file)) }
        output += FeedMarkup.others(article, namesSource: namesSource)
        output.append("</entry>\n")
        return true
    }

    func end(to output: inout [UInt8]) {
        output.append("</feed>\n")
    }

    private static func enclosure(_ file: ArticleMetadata.Enclosure) -> String {
        "<link rel=\"enclosure\"" + MarkupText.attribute("href", file.url)
            + MarkupText.attribute("type", file.type)
            + MarkupText.attribute("length", file.length.map(String.init)) + "/>\n"
    }
}

extension PublicationTime {
    /// The time as RFC 3339 writes it, of a day or a month its beginning; nil for one that no dump can state.
    fileprivate var instant: String? {
        guard let local else { return nil }
        return precision == .minute
            ? description
            : LocalTime(secondsByItsOwnClock: local.secondsByItsOwnClock, precision: .minute)
                .map { "\($0):00Z" }
    }
}
