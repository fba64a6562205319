import NewsArchiveFormats
import Testing

struct DumpFormatTests {
    @Test(arguments: ["", " ", "\n\n\n", " \t\r\n", "\u{FEFF}"])
    func nothingButWhiteSpaceIsEmpty(text: String) {
        #expect(detect(Array(text.utf8)) == .empty)
    }

    @Test(arguments: [
        " date 2025-10-10 Lead\n", "date 2025-10\n", "09.10.2025, 12:21 14206\nOne\n", "09.10.2025",
        "\u{FEFF} date 2025-10-10\r\n",
        "\u{FEFF}09.10.2025\r\nOne\r\n", "Some text first\n\n09.10.2025\nOne\n",
        "31.02.2025, 12:21\nImpossible\n",
        " date 2025-02-30\n",
    ])
    func aLineThatIsAHeaderOrAStampMakesAListing(text: String) {
        #expect(detect(Array(text.utf8)) == .format(.listing))
    }

    @Test(
        arguments: [
            (#"{"headline": "One"}"#, .jsonLines), (#"{"a": 1}\n{"a": 2}"#, .jsonLines), ("{}", .jsonLines),
            (#"   {"title": "One", "tags": [{"name": "x"}]}"#, .jsonLines),
            (#"{"items": [{"a": 1}]} {"items": [{"a": 2}]}"#, .jsonLines),
            ("\u{1E}{\"a\": 1}", .jsonLines), ("{\"headline\": \"One", .jsonLines),
            ("[]", .json), ("[{\"a\": 1}]", .json), ("[", .json), (#"{"items": [{"a": 1}]}"#, .json),
            (#"{"title": "Feed", "articles": [{"a": 1}, "#, .json), (#"{"pages": [{"a": 1}]}"#, .json),
            (#"{"response": {"docs": [{"a": 1}]}}"#, .json),
            (#"{"version": "https://jsonfeed.org/version/1.1", "items": []}"#, .jsonFeed),
            (#"{"items": [{"id": 1}], "version": "https://jsonfeed.org/version/1"}"#, .jsonFeed),
            ("headline,published\nOne,2025-10-09\n", .csv), ("\u{FEFF}Title;Text\r\nOne;Two\r\n", .csv),
            ("title|date", .csv), ("title\tdate\n", .tsv), ("sep=;\nHeadline;Views\n", .csv),
            ("headline,phone\nOne,2\n", .csv),
            ("headline,body\nOne,\"09.10.2025\nis a stamp\"\n", .csv),
        ] as [(String, DumpFormat)])
    func JSONAndTablesAreKnownByHowTheyBegin(text: String, format: DumpFormat) {
        #expect(detect(Array(text.utf8)) == .format(format))
    }

    @Test func aTableIsKnownByAGivenName() {
        let text = Array("Name;Phone\nA;1\n".utf8)
        let names = FieldNames(given: [.headline: "Phone"])
        let found = text.withUnsafeBytes { DumpFormat.detect(in: $0, fieldNames: names) }
        #expect(found == .format(.csv))
    }

    @Test(arguments: [
        "Dear reader,\nthis is a letter.\n", "<opml version=\"2.0\"/>",
        "12.03.2025 was the deadline.\n", "The date 2025-10-10 is fixed.\n",
        "Title, body and date of it all are missing.\nSo, what, now?\n", "{a brace} begins a text\n",
        "[1, 2]",
        "[photo] of a bridge\n", "headline\nOne\n", "Name;Phone\nA;1\n", "Fruit;Price\nA;1\n",
    ])
    func aTextWithoutAHeaderOrAStampIsUnknown(text: String) {
        #expect(detect(Array(text.utf8)) == .unknown("it is in none of the formats that are known"))
    }

    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"),
            (Array("%PDF-1.7".utf8), "PDF"),
            (Array("SQLite format 3\0".utf8), "SQLite"),
        ] as [([UInt8], String)])
    func whatItLooksLikeIsSaid(start: [UInt8], name: String) {
        // A stamp after it makes it no listing.
        guard case .unknown(let text) = detect(start + Array("\n09.10.2025\nOne\n".utf8)) else {
            Issue.record("\(name) was taken for a dump")
            return
        }
        #expect(text.contains(name))
    }

    @Test func noBytesAtAllAreEmpty() {
        #expect(DumpFormat.detect(in: UnsafeRawBufferPointer(start: nil, count: 0)) == .empty)
    }

    @Test func anUnfinishedCharacterAtTheEndDoesNotMatter() {
        #expect(detect(Array("09.10.2025\nOne ".utf8) + [0xE2, 0x82]) == .format(.listing))
    }

    @Test func sixtyFourKibibytesAreLookedAt() {
        #expect(DumpFormat.detectionLength == 65_536)
    }

    private func detect(_ bytes: [UInt8]) -> DumpFormat.Detection {
        bytes.withUnsafeBytes { DumpFormat.detect(in: $0) }
    }
}
