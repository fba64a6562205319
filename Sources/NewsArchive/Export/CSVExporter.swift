/// Writes a table: RFC 4180, with a header row of names that our reader knows.
struct CSVExporter: ArticleExporter {
    private static let columns = [
        "headline", "body", "published", "views", "source", "url", "guid", "author", "language", "categories",
        "enclosure", "summary", "credit",
    ]

    var reader: (any DumpParser)? { DumpFormat.csv.makeParser() }

    func begin(_ outline: ExportOutline, to output: inout [UInt8]) {
        output.append(Self.columns.joined(separator: ",") + "\r\n")
    }

    func write(_ article: Article, to output: inout [UInt8]) -> Bool {
        let metadata = article.metadata
        let texts: [[UInt8]] = [
            // Readers look whether these are HTML.
            MarkupText.unambiguous(article.headline), MarkupText.unambiguous(article.body.utf8),
            bytes(article.published?.description), bytes(article.views.map(String.init)),
            bytes(article.source), bytes(metadata.url), bytes(metadata.guid), bytes(metadata.author),
            bytes(metadata.language), bytes(metadata.categories.joined(separator: ", ")),
            bytes(metadata.enclosures.first?.url), MarkupText.unambiguous(metadata.summary.utf8),
            bytes(article.credit),
        ]
        for (index, text) in texts.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            append(MarkupText.withoutControls(text), to: &output)
        }
        output.append("\r\n")
        return true
    }

    func end(to output: inout [UInt8]) {}

    private func bytes(_ text: String?) -> [UInt8] { text.map { Array($0.utf8) } ?? [] }

    private func append(_ text: [UInt8], to output: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        guard text.contains(where: { [quote, UInt8(ascii: ","), 0x0A, 0x0D].contains($0) }) else {
            output += text
            return
        }
        output.append(quote)
        for byte in text {
            if byte == quote { output.append(quote) }
            output.append(byte)
        }
        output.append(quote)
    }
}
