import Foundation
import NewsArchive
import Testing

@testable import news_archive

struct ImportPlanTests {
    private func time(_ text: String?) -> LocalTime? { text.flatMap { LocalTime(iso8601Date: $0) } }

    @Test func dumpsComeInTheOrderOfTheirTimes() {
        let times = ["2025-03-01", "2025-01-01", "2025-02-01"].map(time)
        #expect(ImportPlan.order(times) == [1, 2, 0])
    }

    @Test func dumpsWithoutATimeKeepTheirPlaces() {
        let times = [nil, "2025-03-01", nil, "2025-01-01"].map(time)
        #expect(ImportPlan.order(times) == [0, 3, 2, 1])
    }

    @Test func dumpsOfOneTimeKeepTheirOrder() {
        #expect(ImportPlan.order(["2025-01-01", "2025-01-01"].map(time)) == [0, 1])
    }
}

struct SnapshotImportTests {
    private func feed(_ day: Int, headline: String) -> String {
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title>
        <lastBuildDate>0\(day) Oct 2025 10:00:00 GMT</lastBuildDate>
        <item><title>\(headline)</title><guid>ferry</guid><pubDate>01 Oct 2025 09:00:00 GMT</pubDate>
        <description>Boats wait at the pier.</description></item></channel></rss>
        """
    }

    @Test func aSeriesOfSnapshotsIsImportedInTheOrderOfItsOwnTimes() throws {
        let place = try Workspace()
        try place.write(feed(3, headline: "Ferry sails again"), to: "a.xml")
        try place.write(feed(1, headline: "Ferry late"), to: "b.xml")
        try place.write(feed(2, headline: "Ferry very late"), to: "c.xml")
        let outcome = try place.run("import", "a.xml", "b.xml", "c.xml")
        #expect(outcome.lines.map { $0.prefix(5) } == ["b.xml", "c.xml", "a.xml"])
        let found = try JSONValue(place.run("search", "--jsonl", "ferry").output)
        #expect(found["headline"] == "Ferry sails again")
        #expect(found["source"] == "The Gazette")
        let article = try JSONValue(
            place.run("show", "--json", found["id"].integer.map(String.init) ?? "").output)
        #expect(article["revisions"].elements.map { $0["headline"] } == ["Ferry late", "Ferry very late"])
        #expect(article["sightings"].elements.map { $0["seen"] }.count == 3)
    }

    @Test func manyDumpsAreOneTable() throws {
        let place = try Workspace()
        try FileManager.default.createDirectory(
            at: place.url.appending(path: "feeds"), withIntermediateDirectories: true)
        for number in 0..<25 {
            try place.write(feed(1 + number % 9, headline: "Ferry \(number)"), to: "feeds/\(number).xml")
        }
        try place.write([0x00, 0x01, 0x02], to: "feeds/bad.bin")
        let outcome = try place.run("import", "feeds")
        #expect(outcome.status == 0)
        #expect(outcome.lines.first == "dumps  records  added  seen again  revised  rejected")
        #expect(outcome.lines.count == 3)
        #expect(outcome.lines.dropFirst().first?.hasSuffix("rss · The Gazette") == true)
        #expect(outcome.lines.last?.contains("1 files are no dumps") == true)
    }

    @Test func explainingADumpImportsNothing() throws {
        let place = try Workspace()
        try place.write(feed(1, headline: "Ferry late"), to: "a.xml")
        let outcome = try place.run("import", "--explain", "a.xml")
        #expect(outcome.status == 0)
        for part in ["format       rss", "source       The Gazette", "Ferry late", "guid ferry"] {
            #expect(outcome.text.contains(part), "\(part)")
        }
        let json = try JSONValue(place.run("import", "--explain", "--json", "a.xml").output)
        #expect(json["encoding"] == "UTF-8")
        #expect(json["records"].elements.map { $0["headline"] } == ["Ferry late"])
        #expect(try place.names() == ["a.xml"])
    }

    @Test func anEncodingOrAFieldThatThereIsNotIsWrongUsage() throws {
        let place = try Workspace()
        try place.write(feed(1, headline: "Ferry late"), to: "a.xml")
        for options in [["--encoding", "klingon"], ["--map", "title"], ["--map", "colour=Farbe"]] {
            let outcome = try Command(["import"] + options + ["a.xml"], in: place.url).outcome()
            #expect(outcome.status == 64, "\(options)")
        }
        #expect(try place.names() == ["a.xml"])
    }

    @Test func theFormatsAreListed() throws {
        let place = try Workspace()
        let outcome = try place.run("formats")
        for format in DumpFormat.allCases {
            #expect(outcome.lines.contains { $0.hasPrefix(format.rawValue + " ") }, "\(format)")
        }
        #expect(try place.run("formats", "--json").lines.count == DumpFormat.allCases.count)
    }
}
