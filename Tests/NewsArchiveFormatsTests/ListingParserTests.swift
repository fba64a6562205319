import Testing

@testable import NewsArchiveFormats

struct ListingParserTests {
    @Test(arguments: [
        "", "\n", " \t\r\n\n", "\u{FEFF}", "\u{FEFF}\r\n", " date 2025-10-10\n", " date 2025-10 ",
    ])
    func aDumpWithoutARecordGivesNothing(text: String) {
        #expect(records(text) == [])
    }

    @Test func aRecordHasStampHeadlineAndParagraphs() {
        let text = """
            09.10.2025, 12:21 14206
            Ferry Returns to Harnby
            The ferry is back.
            It leaves at noon.

            """
        let expected = ParsedArticle(
            headline: "Ferry Returns to Harnby", body: ParsedText("The ferry is back.\nIt leaves at noon."),
            published: LocalTime(year: 2025, month: 10, day: 9, hour: 12, minute: 21), origin: .stated,
            views: 14206, place: RecordPlace(line: 1, byteOffset: 0, byteCount: text.utf8.count))
        #expect(records(text) == [.article(expected)])
    }

    @Test func placesTileTheDump() {
        let text = " date 2025-10-10 Lead\n09.10.2025\nOne\n\n\n08.10.2025\nTwo\n31.02.2025\nThree"
        #expect(
            records(text).map(\.place) == [
                RecordPlace(line: 1, byteOffset: 0, byteCount: 22),
                RecordPlace(line: 2, byteOffset: 22, byteCount: 17),
                RecordPlace(line: 6, byteOffset: 39, byteCount: 15),
                RecordPlace(line: 8, byteOffset: 54, byteCount: 16),
            ])
    }

    @Test(arguments: ["Last words.", "Last words.\n", "Last words.\r\n\r\n", "Last words.  "])
    func theLastLineNeedsNoLineEnd(end: String) {
        #expect(articles("09.10.2025\nHeadline\n\(end)").map(\.body.paragraphs) == [["Last words."]])
    }

    @Test func theByteOrderMarkIsNoPartOfTheFirstRecord() {
        let text = "\u{FEFF}09.10.2025\r\nOne\r\nText\r\n08.10.2025\r\nTwo\r\n"
        #expect(articles(text).map(\.headline) == ["One", "Two"])
        #expect(articles(text).map(\.place.byteOffset) == [3, 26])
    }

    @Test func aCarriageReturnAloneEndsALine() {
        let text = "09.10.2025\rHeadline\rOne\rTwo\r08.10.2025\rSecond"
        for end in ["\r", "\r\n", "\n", "\r\r\n"] {
            let found = articles(text.replacing("\r", with: end))
            #expect(found.map(\.body.paragraphs) == [["One", "Two"], []])
            #expect(found.map(\.headline) == ["Headline", "Second"])
        }
    }

    @Test func twoDumpsWithByteOrderMarksPutTogetherAreRead() {
        let one = "\u{FEFF} date 2025-10-10\n09.10.2025\nOne\nText\n"
        let two = "\u{FEFF} date 2025-10-11\n10.10.2025\nTwo\n\u{FEFF}09.10.2025\nThree\n"
        #expect(articles(one + two).map(\.headline) == ["One", "Two", "Three"])
        #expect(articles(one + two).map(\.listed?.day) == [10, 11, 11])
    }

    @Test func aHeaderCanSayThatTheDateIsUnknown() {
        let found = records(" date 2025-10-10\n09.10.2025\nOne\n date unknown\n08.10.2025\nTwo\n")
        #expect(found.map { $0.article?.listed?.day } == [10, nil])
        #expect(found.allSatisfy { $0.article != nil })
    }

    @Test func aNULAndOtherControlsStayInAText() {
        #expect(articles("09.10.2025\nHeadline\nOne\0Two\u{1}\n").map(\.body.string) == ["One\0Two\u{1}"])
    }

    @Test func theHeadlineIsRepairedAndTheParagraphsAreNot() {
        let text = "09.10.2025\nA  new bridge at lastA  new bridge at last\nTwo  blanks\u{A0}here\n"
        #expect(articles(text).map(\.headline) == ["A new bridge at last"])
        #expect(articles(text).map(\.body.string) == ["Two  blanks\u{A0}here"])
    }

    @Test func blankLinesMakeNeitherParagraphsNorRecords() {
        let text = "\n\n09.10.2025\n\n\nHeadline\n\n \t\n\nOne\n\n\n\nTwo\n\n"
        #expect(articles(text).map(\.headline) == ["Headline"])
        #expect(articles(text).map(\.body.string) == ["One\nTwo"])
    }

    @Test func onlyTheFirstParagraphCanBeTheCredit() throws {
        let text = "09.10.2025\nHeadline\nPhoto: Ada Quill\nText\nPhoto: Bo Marsh\n"
        let article = try #require(articles(text).first)
        #expect(article.credit == "Photo: Ada Quill")
        #expect(article.body.paragraphs == ["Text", "Photo: Bo Marsh"])
    }

    @Test func aSecondCreditLineIsAParagraph() throws {
        let article = try #require(articles("09.10.2025\nHeadline\nPhoto: Ada\nPhoto: Bo\n").first)
        #expect(article.credit == "Photo: Ada")
        #expect(article.body.paragraphs == ["Photo: Bo"])
    }

    @Test(arguments: [
        "Updated 09.10.2025, 12.30", "12.03.2025 was the deadline.", "See 09.10.2025, 10:00 12",
    ])
    func aParagraphWithADateStartsNoRecord(paragraph: String) {
        #expect(articles("09.10.2025\nHeadline\n\(paragraph)\n").map(\.body.string) == [paragraph])
    }

    @Test(arguments: ["09.10.2025, 12:21 5 \t", "  09.10.2025, 12:21 5", "09.10.2025, 12:21 5\r"])
    func blanksAroundAStampDoNotMatter(stamp: String) {
        #expect(articles("\(stamp)\nHeadline\n").map(\.views) == [5])
    }

    @Test(arguments: ["\u{A0}", "\u{2009}", "\u{202F}"])
    func aNoBreakSpaceAroundAStampDoesNotMatter(space: String) {
        #expect(articles("\(space)09.10.2025, 12:21 5\nHeadline\n").map(\.views) == [5])
        #expect(articles("09.10.2025, 12:21 5\(space)\nHeadline\n").map(\.views) == [5])
    }

    @Test func theParserIsMadeByItsFormat() throws {
        var parser = try #require(DumpFormat.listing.makeParser())
        var found: [ParsedRecord] = []
        Array("09.10.2025\nOne".utf8).withUnsafeBytes { bytes in parser.parse(bytes) { found.append($0) } }
        parser.finish { found.append($0) }
        #expect(found == records("09.10.2025\nOne"))
    }

    @Test func anErrorOfTheReceiverComesThrough() {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            var parser = ListingParser()
            try Array("09.10.2025\nOne\n08.10.2025\nTwo\n".utf8).withUnsafeBytes { bytes in
                try parser.parse(bytes) { _ in throw Enough() }
            }
        }
    }
}

// The header and the lead.
extension ListingParserTests {
    @Test func aLeadIsARecordOfTheHeadersDate() throws {
        let found = articles(" date 2025-10-10 Lead of the Day\n09.10.2025\nAnother\n")
        #expect(found.map(\.headline) == ["Lead of the Day", "Another"])
        #expect(found.map(\.origin) == [.dump, .stated])
        #expect(found.map(\.published?.description) == ["2025-10-10", "2025-10-09"])
        #expect(found.map(\.listed?.description) == ["2025-10-10", "2025-10-10"])
        #expect(found.map(\.body.isEmpty) == [true, true])
    }

    @Test func aLeadThatIsTheFirstRecordsHeadlineIsNoRecordOfItsOwn() {
        let found = articles(" date 2025-10-10 Lead of the Day\n09.10.2025, 10:00 7\nLead of the Day\nText\n")
        #expect(found.map(\.origin) == [.stated])
        #expect(found.map(\.views) == [7])
    }

    @Test func aLeadThatIsALaterRecordsHeadlineStays() {
        let found = articles(" date 2025-10-10 Lead\n09.10.2025\nAnother\n08.10.2025\nLead\n")
        #expect(found.map(\.headline) == ["Lead", "Another", "Lead"])
    }

    @Test func aLeadWithTextIsAnArticleOfItsDate() {
        let found = articles(" date 2025-10-10 Lead\nIts text.\n09.10.2025\nLead\n")
        #expect(found.map(\.headline) == ["Lead", "Lead"])
        #expect(found.map(\.body.string) == ["Its text.", ""])
        #expect(found.map(\.origin) == [.dump, .stated])
    }

    @Test func aLeadAloneIsAnArticle() {
        #expect(articles(" date 2025-10-10 Lead").map(\.headline) == ["Lead"])
    }

    @Test func aLeadBeforeARejectedRecordStays() {
        let found = records(" date 2025-10-10 Lead\n31.02.2025\nLead\n")
        #expect(found.map { $0.article?.headline } == ["Lead", nil])
    }

    @Test func aMonthIsADateToo() {
        let found = articles(" date 2025-06 Lead\n09.06.2025\nAnother\n")
        #expect(found.map(\.listed?.description) == ["2025-06", "2025-06"])
        #expect(found.map(\.published?.precision) == [.month, .day])
    }

    @Test func theStampMayStandOnTheHeadersLine() {
        let found = articles(" date 2025-10-10 09.10.2025, 12:21 5\nOne\nText\n")
        #expect(found.map(\.headline) == ["One"])
        #expect(found.map(\.views) == [5])
        #expect(found.map(\.place.byteOffset) == [0])
    }

    @Test func eachHeaderOfADumpCountsForTheRecordsAfterIt() {
        let found = articles(
            """
            07.10.2025
            Before any header
             date 2025-10-08 Lead of the Eighth
            08.10.2025
            One
             date 2025-10-09
            09.10.2025
            Two
             date 2025-10 Lead of the Month
             date 2025-10-10 Lead of the Tenth
            """)
        #expect(
            found.map(\.headline) == [
                "Before any header", "Lead of the Eighth", "One", "Two", "Lead of the Month",
                "Lead of the Tenth",
            ])
        #expect(
            found.map(\.listed?.description) == [
                nil, "2025-10-08", "2025-10-08", "2025-10-09", "2025-10", "2025-10-10",
            ])
    }

    @Test func anArticleWithoutAHeaderHasNoListDate() {
        #expect(articles("09.10.2025\nOne\n").map(\.listed) == [nil])
    }

    @Test func aPreambleIsTheHeaderOfTheRecordsList() {
        let text = "31.02.2025\nA\n date 2025-10-10\n31.02.2025\nB\n date 2025-06\n31.02.2025\nC\n"
        #expect(
            rejected(text).map(\.preamble) == [" date unknown\n", " date 2025-10-10\n", " date 2025-06\n"])
    }
}

// What is rejected, and what is not.
extension ListingParserTests {
    @Test(arguments: [
        "31.02.2025", "31.02.2025, 12:21 100", "08.10.2025, 24:10", "07.13.2025", "00.01.2025", "01.01.0000",
    ])
    func anImpossibleStampMakesARejectedRecord(stamp: String) {
        let found = records("\(stamp)\nHeadline\nText\n09.10.2025\nNext\n")
        #expect(found.map { $0.rejected?.reason } == [.impossibleTime(stamp), nil])
        #expect(found.last?.article?.headline == "Next")
    }

    @Test func anImpossibleStampOnTheHeadersLineIsToldWithoutTheHeader() {
        let found = records(" date 2025-10-10 31.02.2025, 12:21 5\nHeadline\n")
        #expect(found.map { $0.rejected?.reason } == [.impossibleTime("31.02.2025, 12:21 5")])
        #expect(found.map { $0.rejected?.preamble } == [" date 2025-10-10\n"])
    }

    @Test(arguments: ["2025-02-30", "2025-13", "2025-00-10", "0000-01-01"])
    func anImpossibleHeaderDateIsRejectedAndTheRecordsAfterItAreRead(date: String) {
        let found = records(" date \(date) Lead\n09.10.2025\nOne\n")
        #expect(found.map { $0.rejected?.reason } == [.impossibleHeaderDate(date), nil])
        #expect(found.first?.rejected?.preamble == " date unknown\n")
        #expect(found.last?.article?.listed == nil)
        #expect(found.last?.article?.headline == "One")
    }

    @Test func anImpossibleHeaderDateEndsTheListBeforeIt() {
        let found = records(" date 2025-10-10\n09.10.2025\nOne\n date 2025-02-30\n08.10.2025\nTwo\n")
        #expect(found.map { $0.article?.listed?.description } == ["2025-10-10", nil, nil])
    }

    @Test func aStampWithoutAHeadlineIsRejected() {
        let found = records("09.10.2025\n\n08.10.2025, 10:00 5\nOne\n07.10.2025\n")
        #expect(found.map { $0.rejected?.reason } == [.noHeadline, nil, .noHeadline])
    }

    @Test func textBeforeTheFirstStampIsOneRejectedRecord() {
        let found = records("Some text\n\nMore of it\n09.10.2025\nOne\n")
        #expect(found.map { $0.rejected?.reason } == [.textBeforeFirstStamp, nil])
        #expect(found.first?.place == RecordPlace(line: 1, byteOffset: 0, byteCount: 22))
    }

    @Test func textAfterAHeaderWithoutALeadIsBeforeTheFirstStamp() {
        let found = rejected(" date 2025-10-10\nSome text\n09.10.2025\nOne\n")
        #expect(found.map(\.reason) == [.textBeforeFirstStamp])
        #expect(found.map(\.preamble) == [" date 2025-10-10\n"])
        #expect(found.map(\.place.byteOffset) == [17])
    }

    @Test(arguments: [1, 4, .max])
    func theFirstByteThatIsNotUTF8IsLocated(size: Int) {
        let start = Array("\u{FEFF}09.10.2025\r\nOne\r\n  caf\u{E9} at ".utf8)
        let bytes = start + [0x63, 0x61, 0x66, 0xE9, 0x20, 0xFF] + Array("\r\n08.10.2025\r\nTwo\r\n".utf8)
        let found = records(bytes, pieces: size)
        #expect(found.map { $0.rejected?.reason } == [.notUTF8(byteOffset: start.count + 3, line: 3), nil])
        #expect(found.last?.article?.headline == "Two")
    }

    @Test func aHeadlineAndALeadThatAreNotUTF8AreRejected() {
        let lead = Array(" date 2025-10-10 caf".utf8) + [0xE9, 0x0A]
        let headline = Array("09.10.2025\ncaf".utf8) + [0xE9] + Array("\nText\n".utf8)
        #expect(
            records(lead + headline).map { $0.rejected?.reason } == [
                .notUTF8(byteOffset: 20, line: 1), .notUTF8(byteOffset: 36, line: 3),
            ])
    }

    @Test func theFirstProblemOfARecordIsTheOneThatIsTold() {
        let bytes = Array("31.02.2025\ncaf".utf8) + [0xE9] + Array("\n".utf8)
        #expect(records(bytes).map { $0.rejected?.reason } == [.impossibleTime("31.02.2025")])
    }

    @Test func moreViewsThanFitAreNotKeptAndTheArticleIs() {
        let found = articles("09.10.2025, 12:21 99999999999999999999\nOne\n")
        #expect(found.map(\.views) == [nil])
        #expect(found.map(\.headline) == ["One"])
    }

    @Test func aRejectedRecordIsReadOnceItIsMended() {
        let text = " date 2025-10-10 31.02.2025, 12:21 5\nOne\nText\n08.10.2025\nTwo\n"
        #expect(mended(text).map(\.headline) == ["One"])
    }

    @Test func aRejectedRecordAfterAByteOrderMarkIsReadOnceItIsMended() {
        let text = "\u{FEFF} date 2025-10-10 31.02.2025, 12:21 5\nOne\nText\n08.10.2025\nTwo\n"
        #expect(mended(text).map(\.headline) == ["One"])
    }

    /// The articles of the first rejected record, read alone with the 28th of February for its 31st.
    private func mended(_ text: String) -> [ParsedArticle] {
        guard let record = rejected(text).first else { return [] }
        let bytes = Array(record.preamble.utf8) + record.place.bytes(in: Array(text.utf8))
        return articles(String(decoding: bytes, as: UTF8.self).replacing("31.02.", with: "28.02."))
    }
}

// Large records.
extension ListingParserTests {
    @Test func fiveMegabytesInOneParagraphAreRead() {
        let paragraph = String(repeating: "A long text without an end. ", count: 187_246) + "End"
        #expect(paragraph.utf8.count > 5 << 20)
        let bytes = Array("09.10.2025\nOne\n\(paragraph)\n08.10.2025\nTwo\n".utf8)
        let found = records(bytes, pieces: 65_536).compactMap(\.article)
        #expect(found.map(\.headline) == ["One", "Two"])
        #expect(found.first?.body.utf8.count == paragraph.utf8.count)
    }

    @Test(arguments: [1, 7, 64, .max])
    func aRecordOverTheLimitIsRejectedWithItsPlaceAndTheNextIsRead(size: Int) {
        let long = "09.10.2025\nOne\n" + String(repeating: "many words ", count: 20) + "\nmore\n"
        let text = "10.10.2025\nZero\n\(long)08.10.2025\nTwo\nText\n"
        let found = records(Array(text.utf8), pieces: size, parser: ListingParser(maximumRecordBytes: 100))
        #expect(found.map { $0.rejected?.reason } == [nil, .tooLarge(limit: 100), nil])
        #expect(found[1].place == RecordPlace(line: 3, byteOffset: 16, byteCount: long.utf8.count))
        #expect(found.last?.article?.body.string == "Text")
    }

    @Test(arguments: [1, 7, 64, .max])
    func paragraphsThatAreTogetherOverTheLimitAreTooLarge(size: Int) {
        let long = "09.10.2025\nOne\n" + String(repeating: "twenty bytes of text\n", count: 5)
        let text = "\(long)08.10.2025\nTwo\n"
        let found = records(Array(text.utf8), pieces: size, parser: ListingParser(maximumRecordBytes: 100))
        #expect(found.map { $0.rejected?.reason } == [.tooLarge(limit: 100), nil])
        #expect(found.first?.place.byteCount == long.utf8.count)
    }

    @Test func aRecordOfExactlyTheLimitIsRead() {
        let headline = "Headline of 20 bytes"
        let body = String(repeating: "b", count: 80)
        let text = "09.10.2025\n\(headline)\n\(body)\n"
        let parser = ListingParser(maximumRecordBytes: 100)
        #expect(records(Array(text.utf8), parser: parser).map { $0.article?.headline } == [headline])
        let longer = Array(text.utf8) + [0x63]
        #expect(records(longer, parser: parser).map { $0.rejected?.reason } == [.tooLarge(limit: 100)])
    }

    @Test func aLineOverTheLimitAtTheStartIsARejectedRecord() {
        let text = String(repeating: "x", count: 200) + "\n09.10.2025\nOne\n"
        let found = records(Array(text.utf8), parser: ListingParser(maximumRecordBytes: 100))
        #expect(found.map { $0.rejected?.reason } == [.tooLarge(limit: 100), nil])
        #expect(found.first?.place == RecordPlace(line: 1, byteOffset: 0, byteCount: 201))
    }

    @Test func theLimitIsSixteenMebibytes() {
        #expect(ListingParser.maximumRecordBytes == 16_777_216)
    }
}
