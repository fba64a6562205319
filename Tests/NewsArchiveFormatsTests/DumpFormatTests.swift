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

    @Test(arguments: [
        "Dear reader,\nthis is a letter.\n", "{\"headline\": \"One\"}\n", "<rss version=\"2.0\"/>",
        "12.03.2025 was the deadline.\n", "The date 2025-10-10 is fixed.\n",
        "headline,published\nOne,2025-10-09\n",
    ])
    func aTextWithoutAHeaderOrAStampIsUnknown(text: String) {
        #expect(detect(Array(text.utf8)) == .unknown("no line in it is a stamp or a header"))
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
