import Foundation
import FoundationXML
import Testing

@testable import NewsArchive

@Suite struct ExportSessionTests {
    static let formats = ExportFormat.allCases.filter { $0 != .jsonLines }

    /// What no format needs to lose, all of it.
    private static let records = """
        {"title":"Ferry & pier","content":"One.\\nTwo < three.","published":"2025-10-09T08:12:30+05:00","views":17,\
        "url":"https://gazette.example/1?a=1&b=2","id":"g-1","author":"Anna Brook","language":"en","tags":["Harbour","A & B"],\
        "attachments":[{"url":"https://gazette.example/1.mp3","mime_type":"audio/mpeg","size_in_bytes":42}],\
        "summary":"It sails.","source":"The Gazette"}
        {"title":"An <b>odd</b> headline &amp; more","content":"A line with ]]> and </content> in it.\\n<p>Not HTML",\
        "published":"2025-10-08T23:59:00-03:30","source":"The Gazette"}
        {"title":"=1+1","content":"\\"Quoted\\", with commas; and\\nlines","published":"2025-10-07","source":"The Gazette"}
        {"title":"A month","content":"Text.","published":"2025-09","source":"The Gazette","credit":"Photo: Anna Brook"}
        {"title":"No date at all","content":"Text.","source":"The Gazette"}
        {"title":"A headline alone","published":"2025-10-06T10:00:00Z","source":"The Gazette"}

        """

    // Built as HTML escapes it, since the import reads these texts as HTML where they look so.
    private func archive() async throws -> Archive {
        let archive = try Archive.inMemory()
        let records = Self.records.replacingOccurrences(
            of: "An <b>odd</b> headline &amp; more", with: "An &lt;b&gt;odd&lt;/b&gt; headline &amp;amp; more"
        ).replacingOccurrences(
            of: "A line with ]]> and </content> in it.\\n<p>Not HTML",
            with: "<p>A line with ]]&gt; and &lt;/content&gt; in it.</p>&lt;p&gt;Not HTML")
        let report = try await archive.importDump(Listing.dump(records, name: "records.jsonl"))
        #expect(report.counts.added == 6)
        return archive
    }

    @Test func aTableAndJSONFeedAndFeedsSayEverythingThatTheyHaveAFormFor() async throws {
        let archive = try await archive()
        for (format, lost) in [
            (ExportFormat.csv, [.categories: 0, .enclosure: 1]), (.rss, [:]), (.atom, [:]), (.jsonFeed, [:]),
        ] as [(ExportFormat, [ArticleField: Int])] {
            let trip = try await RoundTrip(archive, format)
            #expect(trip.detected?.rawValue == format.rawValue)
            #expect(trip.counts.added == 6 && trip.counts.rejected == 0, "\(format)")
            #expect(trip.report.articles == 6 && trip.report.leftOut == 0)
            #expect(trip.report.notSaid == lost.filter { $0.value > 0 }, "\(format)")
            #expect(trip.differences == trip.report.notSaid, "\(format)")
        }
    }

    @Test func aListingSaysHeadlinesTextsTimesAndCredits() async throws {
        let trip = try await RoundTrip(archive(), .listing)
        #expect(trip.counts.added == 5 && trip.counts.rejected == 0)
        #expect(trip.report.leftOut == 1)
        #expect(trip.differences == trip.report.notSaid)
        #expect(trip.report.notSaid[.headline] == nil && trip.report.notSaid[.body] == nil)
        // Seconds and a zone, another zone, and a month that was stated.
        #expect(trip.report.notSaid[.published] == 3)
        #expect(trip.report.notSaid[.credit] == nil)
        #expect(trip.report.notSaid[.views] == nil)
    }

    @Test(arguments: formats) func aListingsArticlesComeBackFromEveryFormat(format: ExportFormat) async throws
    {
        let archive = try Archive.inMemory()
        for name in ["listing-tiny-invented.txt", "listing-tiny-invented-later.txt"] {
            let path = Folder.fixtures.appending(path: "Dumps/\(name)").path
            _ = try await archive.importDump(.file(path: path))
        }
        let trip = try await RoundTrip(archive, format)
        #expect(trip.detected?.rawValue == format.rawValue)
        #expect(trip.pairs.count == 55)
        #expect(trip.differences == trip.report.notSaid)
        // That the list's date stands in has a form in a listing alone.
        #expect(trip.report.notSaid == (format == .listing ? [:] : [.published: 2]))
    }

    @Test(arguments: formats) func theSameArticlesAreTheSameBytes(format: ExportFormat) async throws {
        let archive = try await archive()
        #expect(try await archive.exported(as: format).bytes == archive.exported(as: format).bytes)
    }

    @Test(arguments: formats) func anEmptyArchiveIsAWholeDocument(format: ExportFormat) async throws {
        let (bytes, report) = try await Archive.inMemory().exported(as: format)
        #expect(report.articles == 0 && report.notSaid.isEmpty)
        #expect(report.bytes == bytes.count)
        if [.rss, .atom].contains(format) { #expect(XMLParser(data: Data(bytes)).parse()) }
        if format == .jsonFeed {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
        }
    }

    @Test func aQueryChoosesTheArticlesAndTheyComeOldestFirst() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(9)))
        let text = try await archive.exportedText(Query("\"number 3\" OR \"number 5\""), as: .listing)
        let headlines = text.split(separator: "\n").filter { $0.hasPrefix("The ferry") }
        #expect(headlines == ["The ferry number 5 has left", "The ferry number 3 has left"])
    }

    @Test func aQueryThatSaysNothingIsRefused() async throws {
        let archive = try Archive.inMemory()
        await #expect(throws: ArchiveError.self) { try await archive.exported(Query("***"), as: .csv) }
    }

    @Test func piecesAreOfWholeArticlesAndSomeSixtyFourKilobytes() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(1440)))
        let pieces = Recorder<[UInt8]>()
        let report = try await archive.export(as: .csv) { pieces.record($0) }
        #expect(pieces.values.count > 1)
        #expect(pieces.values.dropLast().allSatisfy { (65_536..<70_000).contains($0.count) })
        #expect(pieces.values.allSatisfy { $0.suffix(2) == [0x0D, 0x0A] })
        #expect(report.articles == 1440)
    }

    @Test func whatTheReceiverThrowsEndsTheExport() async throws {
        struct Closed: Error {}
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        await #expect(throws: Closed.self) { try await archive.export(as: .csv) { _ in throw Closed() } }
        // Nothing is left half open.
        #expect(try await archive.exported(as: .csv).report.articles == 3)
        _ = try await archive.importDump(Listing.dump(Listing.records(4, subject: "pier"), name: "second"))
    }

    @Test func ofSeveralSourcesFeedsNameNoneAsTheirTitle() async throws {
        let archive = try Archive.inMemory()
        for (source, subject) in [("one", "ferry"), ("two", "pier")] {
            _ = try await archive.importDump(
                Listing.dump(Listing.records(2, subject: subject), name: source),
                options: ImportOptions(source: source))
        }
        for format in [ExportFormat.rss, .atom] {
            let (bytes, report) = try await archive.exported(as: format)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("<title></title>"))
            #expect(text.contains("<dc:publisher>two</dc:publisher>"))
            #expect(report.notSaid == [.source: 4])
        }
        #expect(try await archive.exported(as: .jsonFeed).report.notSaid.isEmpty)
        let one = try await archive.exportedText(Query("source:one"), as: .rss)
        #expect(one.contains("<title>one</title>") && !one.contains("dc:publisher"))
    }

    @Test func jsonLinesComeInPiecesAndMakeTheSameArchive() async throws {
        let archive = try await archive()
        let (bytes, report) = try await archive.exported(as: .jsonLines)
        #expect(report.articles == 6 && report.bytes == bytes.count)
        let copy = try Archive.inMemory()
        _ = try await copy.importDump(.bytes(bytes, name: "export"))
        #expect(try await copy.exported(as: .jsonLines).bytes == bytes)
    }
}
