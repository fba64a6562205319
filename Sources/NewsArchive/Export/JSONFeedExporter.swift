/// Writes JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
///
/// A text that looks like HTML stands as HTML, for readers would take it so; else it stands as it is. The feed's title is
/// the articles' source where all have the same one, and else empty.
struct JSONFeedExporter: ArticleExporter {
    private var isFirst = true
    private var namesSource = false

    var reader: (any DumpParser)? { DumpFormat.jsonFeed.makeParser() }

    mutating func begin(_ outline: ExportOutline, to output: inout [UInt8]) {
        namesSource = outline.hasSeveralSources
        var title = JSONBuilder()
        title.text((outline.source ?? "").utf8)
        output.append("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":")
        output += title.bytes
        output.append(",\"items\":[")
    }

    mutating func write(_ article: Article, to output: inout [UInt8]) -> Bool {
        output.append(isFirst ? "\n" : ",\n")
        isFirst = false
        var json = JSONBuilder()
        json.object { item in
            item.member("id", FeedMarkup.id(of: article))
            item.member("url", article.url)
            item.member("title") { $0.text(MarkupText.unambiguous(article.headline)) }
            Self.addText(of: article, to: &item)
            if let time = article.published, time.precision == .minute, time.local != nil {
                item.member("date_published", time.description)
            }
            Self.add(article.metadata, to: &item)
            addOthers(article, to: &item)
        }
        output += json.bytes
        return true
    }

    func end(to output: inout [UInt8]) {
        output.append("\n]}\n")
    }

    private static func addText(of article: Article, to item: inout JSONBuilder) {
        let text = article.body.utf8
        if text.withUnsafeBytes({ HTMLText.looksLikeHTML($0) }) {
            item.member("content_html") { $0.text(MarkupText.paragraphs(article.body)) }
        } else {
            item.member("content_text") { $0.text(text) }
        }
        let summary = article.metadata.summary.utf8
        if !summary.isEmpty { item.member("summary") { $0.text(MarkupText.unambiguous(summary)) } }
    }

    private static func add(_ metadata: ArticleMetadata, to item: inout JSONBuilder) {
        if let author = metadata.author {
            item.member("authors") { list in
                list.list([author]) { list, name in list.object { $0.member("name", name) } }
            }
        }
        if !metadata.categories.isEmpty {
            item.member("tags") { $0.list(metadata.categories) { list, name in list.text(name.utf8) } }
        }
        item.member("language", metadata.language)
        guard !metadata.enclosures.isEmpty else { return }
        item.member("attachments") { list in
            list.list(metadata.enclosures) { list, file in
                list.object { attachment in
                    attachment.member("url", file.url)
                    attachment.member("mime_type", file.type)
                    attachment.member("size_in_bytes", file.length)
                }
            }
        }
    }

    // What JSON Feed has no member for; a day or a month is none of its dates.
    private func addOthers(_ article: Article, to item: inout JSONBuilder) {
        let date = article.published.flatMap { $0.precision == .minute || $0.local == nil ? nil : $0 }
        let source = namesSource ? article.source : nil
        guard date != nil || source != nil || article.views != nil || article.credit != nil else { return }
        item.member("_news_archive") { member in
            member.object { others in
                others.member("published", date?.description)
                others.member("views", article.views)
                others.member("source", source)
                others.member("credit", article.credit)
            }
        }
    }
}
