/// Writes RSS 2.0.
///
/// The feed's title is the articles' source where all have the same one, and else empty, for an import takes it for the
/// source of them all. No time of the export is said: the same articles are the same bytes.
struct RSSExporter: ArticleExporter {
    private var namesSource = false

    var reader: (any DumpParser)? { DumpFormat.rss.makeParser() }

    mutating func begin(_ outline: ExportOutline, to output: inout [UInt8]) {
        namesSource = outline.hasSeveralSources
        output.append(FeedMarkup.declaration)
        output.append("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
        output.append(FeedMarkup.namespaces + ">\n<channel>\n<title>")
        output += MarkupText.xml(MarkupText.unambiguous(outline.source ?? ""))
        output.append("</title>\n<link></link>\n<description></description>\n")
    }

    func write(_ article: Article, to output: inout [UInt8]) -> Bool {
        let metadata = article.metadata
        output.append("<item>\n")
        output += MarkupText.element("title", MarkupText.unambiguous(article.headline))
        output += MarkupText.element("link", metadata.url)
        output += MarkupText.element("guid", metadata.guid, attributes: " isPermaLink=\"false\"")
        output += MarkupText.element("pubDate", article.published?.rfc822)
        output += MarkupText.element("dc:creator", metadata.author.map { MarkupText.unambiguous($0) })
        for name in metadata.categories {
            output += MarkupText.element("category", MarkupText.unambiguous(name))
        }
        output += MarkupText.htmlElement("description", metadata.summary)
        output += MarkupText.htmlElement("content:encoded", article.body)
        for file in metadata.enclosures { output.append(Self.enclosure(file)) }
        output += FeedMarkup.others(article, namesSource: namesSource)
        output.append("</item>\n")
        return true
    }

    func end(to output: inout [UInt8]) {
        output.append("</channel>\n</rss>\n")
    }

    // RSS asks for a length; 0 is what others write, too, where it is not known.
    private static func enclosure(_ file: ArticleMetadata.Enclosure) -> String {
        "<enclosure" + MarkupText.attribute("url", file.url) + " length=\"\(file.length ?? 0)\""
            + MarkupText.attribute("type", file.type) + "/>\n"
    }
}

extension PublicationTime {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The time as RFC 822 and RFC 2822 write it; nil for a day or a month, which they have no form for.
    var rfc822: String? {
        guard precision == .minute, let local else { return nil }
        let offset = minutesAheadOfUTC ?? 0
        func padded(_ number: Int, _ width: Int = 2) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        let clock = "\(padded(local.hour)):\(padded(local.minute)):\(padded(local.second))"
        let zone = "\(offset < 0 ? "-" : "+")\(padded(abs(offset) / 60))\(padded(abs(offset) % 60))"
        return
            "\(padded(local.day)) \(Self.months[local.month - 1]) \(padded(local.year, 4)) \(clock) \(zone)"
    }
}
