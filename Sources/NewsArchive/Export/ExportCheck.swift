/// Reads what an export writes as an import would, and counts what is read as something else.
struct ExportCheck {
    private var parser: any DumpParser
    // Written and not read yet: not more than a piece of the export and what a parser holds back.
    private var waiting: [Article] = []
    /// In how many articles a part is read as something else.
    private(set) var notSaid: [ArticleField: Int] = [:]

    init(_ parser: any DumpParser) {
        self.parser = parser
    }

    /// Says what the next record is to be read as.
    mutating func expect(_ article: Article) {
        waiting.append(article)
    }

    /// Reads the next bytes.
    mutating func read(_ bytes: [UInt8]) {
        var found: [ParsedRecord] = []
        bytes.withUnsafeBytes { bytes in parser.parse(bytes) { found.append($0) } }
        compare(found)
    }

    /// Reads what the parser held back.
    mutating func finish() {
        var found: [ParsedRecord] = []
        parser.finish { found.append($0) }
        compare(found)
        for article in waiting { count(article, nil) }
        waiting = []
    }

    private mutating func compare(_ records: [ParsedRecord]) {
        for (article, record) in zip(waiting, records) {
            if case .article(let read) = record { count(article, read) } else { count(article, nil) }
        }
        waiting.removeFirst(min(records.count, waiting.count))
    }

    private mutating func count(_ article: Article, _ read: ParsedArticle?) {
        let (written, read) = (ArticleParts(article), read.map { ArticleParts($0, in: parser.header) })
        for (field, text) in written.texts where text != (read?.texts[field] ?? []) {
            notSaid[field, default: 0] += 1
        }
    }
}
