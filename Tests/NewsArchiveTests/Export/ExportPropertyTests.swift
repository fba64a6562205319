import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// Articles with texts that no format was made for: what an export reports is what a real import loses, and nothing else.
@Suite struct ExportPropertyTests {
    private static let pieces = [
        "]]>", "<![CDATA[", "</item>", "<item>", "&amp;", "&", "<b>", "</p>", "<p>", "\"", "\"\"", "\",\"",
        ",", ";",
        "=1+1", "09.10.2025, 12:21 310", "date 2025-10-09", "31.02.2025", "Photo: A", "\u{200B}", "\u{FEFF}",
        "\u{A0}",
        "\u{FFFE}", "\u{FFFF}", "\u{1}", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\t", "  ", "\\", "\\n",
        "{\"a\":1}", "[",
        "é", "京都", "😀", "a", "word", " ", " ", "<!--", "-->", "&#65;", "<script>", "'", "--", "\u{2028}",
    ]

    private struct Texts {
        var random: SeededGenerator

        mutating func line(_ most: Int = 8) -> String {
            (0..<Int.random(in: 1...most, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
        }

        mutating func optional() -> String? { Bool.random(using: &random) ? line(4) : nil }

        mutating func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }
    }

    // Into the tables themselves: no import would let all of this through.
    private func archive(seed: UInt64, count: Int) async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(count)))
        try await archive.pool.writer.run { connection in
            var texts = Texts(random: SeededGenerator(seed: seed))
            var rows = try Statement(connection, "SELECT id FROM article ORDER BY id")
            for id in try rows.all({ try $0.integer(0) }) {
                try Self.change(id, &texts, connection)
            }
        }
        return archive
    }

    private static func change(_ id: Int64, _ texts: inout Texts, _ connection: Connection) throws {
        var article = try Statement(
            connection,
            """
            UPDATE article
            SET headline = 'n' || ?2, credit = ?3, url = ?4, views = ?5, published = published + ?6,
              utc_offset = ?7, precision = 'minute'
            WHERE id = ?1
            """)
        try article.bind(1, id)
        try article.bind(2, texts.line())
        try article.bind(3, texts.optional())
        try article.bind(4, texts.optional())
        try article.bind(5, texts.number(0...3) == 0 ? nil : texts.number(0...5000))
        try article.bind(6, texts.number(0...59))
        try article.bind(7, texts.number(-12...14) * 30)
        try article.run()
        var body = try Statement(connection, "UPDATE body SET text = ?2 WHERE article_id = ?1")
        try body.bind(1, id)
        try body.bind(2, (0..<texts.number(1...4)).map { _ in texts.line() }.joined(separator: "\n"))
        try body.run()
        let file = ArticleMetadata.Enclosure(
            url: texts.line(3), type: texts.optional(), length: texts.number(1...9))
        let metadata = ArticleMetadata(
            guid: texts.optional(), author: texts.optional(), language: texts.optional(),
            categories: Array(Set([texts.line(2), texts.line(2)])).sorted(), enclosures: [file],
            summary: ParsedText(texts.optional() ?? ""))
        try add(MetadataRow(metadata, source: nil, guidKey: nil, linkKey: nil), of: id, connection)
    }

    private static func add(_ row: MetadataRow, of id: Int64, _ connection: Connection) throws {
        var insert = try Statement(
            connection,
            """
            INSERT INTO metadata (article_id, guid, url, author, language, categories, enclosures, summary)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
        try insert.bind(1, id)
        for (index, text) in row.texts.enumerated() { try insert.bind(Int32(index + 2), text) }
        try insert.run()
        let number = connection.lastInsertedRowID
        try connection.execute("UPDATE sighting SET metadata_id = \(number) WHERE article_id = \(id)")
    }

    @Test(arguments: ExportSessionTests.formats)
    func whatIsReportedIsWhatAnImportLoses(format: ExportFormat) async throws {
        for seed in 0..<12 as Range<UInt64> {
            let trip = try await RoundTrip(archive(seed: seed, count: 25), format)
            #expect(trip.report.articles == 25)
            #expect(trip.counts.records == 25, "\(format), seed \(seed)")
            #expect(trip.counts.rejected == 0, "\(format), seed \(seed)")
            #expect(trip.differences == trip.report.notSaid, "\(format), seed \(seed)")
            // The times are all of minutes.
            if format != .listing { #expect(trip.report.notSaid[.published] == nil) }
        }
    }
}
