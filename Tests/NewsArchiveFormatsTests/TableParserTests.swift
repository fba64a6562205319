import Testing

@testable import NewsArchiveFormats

struct TableParserTests {
    @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
    func theDelimiterAndTheLineEndsAreFoundOut(delimiter: String, end: String) {
        let rows = [
            ["Headline", "Body", "Published", "Views"],
            ["One", "\"First\(delimiter) line\nand \"\"more\"\"\"", "9.10.2025", "5"],
            [""], ["Two, or; more|\t", "", "", ""].map { $0.filter { String($0) != delimiter } },
        ]
        let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: end) + end
        let two = "Two, or; more|\t".filter { String($0) != delimiter }.split(separator: "\t").joined()
        #expect(
            lines(text) == [
                "One | First\(delimiter == "\t" ? "" : delimiter) line\nand \"more\" | 2025-10-09 | 5",
                "\(two) |  | - | -",
            ])
    }

    @Test func theDelimiterMayBeStated() {
        #expect(lines("sep=;\r\nTitle;Text, plain\r\nOne, two;x\r\n") == ["One, two |  | - | -"])
    }

    @Test(
        arguments: [
            ("One,He said \"no\" to it,5", "One | He said \"no\" to it | - | 5"),
            ("One,\"He said \"no\" to it\",5", "One | He said \"no\" to it | - | 5"),
            ("One,\"\",5", "One |  | - | 5"), ("One,\"a\"\"\",", "One | a\" | - | -"),
            ("One", "One |  | - | -"),
            ("One,x", "One | x | - | -"), ("One,x,5,,,", "One | x | - | 5"),
            ("One,\"x\" ,5", "One | x | - | 5"),
            (",\"Text alone\",5", "Text alone | Text alone | - | 5"),
            ("One,x,\"14 206\"", "One | x | - | 14206"), ("One,x,\"14,206\"", "One | x | - | 14206"),
            ("One,x,many", "One | x | - | -"),
            ("One,x,5,6,7", "the record has 5 fields and the header has 3"),
            (",,5", "the record has no headline, no text and no address; add one of them"),
        ])
    func aRowIsRead(row: String, expected: String) {
        #expect(lines("title,text,views\n\(row)\n\nLast,y,1") == [expected, "Last | y | - | 1"])
    }

    @Test func aQuotationMarkThatIsNotClosedSpoilsItsLineAlone() {
        let text = """
            title,text,views
            One,x,1
            Bad,"not closed,2
            Two,"y, and z",3
            Three,"zz",4

            """
        let found = records(of: Array(text.utf8), by: TableParser())
        #expect(found.map { $0.article?.headline } == ["One", nil, "Two", "Three"])
        #expect(found[1].rejected?.reason == .malformed("has a quotation mark that is not closed"))
        #expect(found[1].place == RecordPlace(line: 3, byteOffset: 25, byteCount: 18))
        #expect(found[1].rejected?.preamble == "title,text,views\n")
        let end = records(of: Array("title,text\nBad,\"x\nOne,y\nTwo,z".utf8), by: TableParser())
        #expect(end.map { $0.article?.headline } == [nil, "One", "Two"])
    }

    @Test(arguments: ["Bad,\"not closed,2\n", "Bad,x,1,2,3\n", ",,5\n"])
    func aRejectedRowReadAloneAfterTheHeaderIsRejectedForTheSameReason(bad: String) throws {
        let bytes = Array("title,text,views\nOne,x,1\n\(bad)Two,\"y\",2\n".utf8)
        let record = try #require(records(of: bytes, by: TableParser()).compactMap(\.rejected).first)
        let again = records(
            of: Array(record.preamble.utf8) + record.place.bytes(in: bytes), by: TableParser())
        #expect(again.map { $0.rejected?.reason } == [record.reason])
    }

    @Test func aRowThatIsNotUTF8IsRejected() {
        let text = Array("title,text\nOne,x\nTwo,\"\n".utf8) + [0xE9] + Array("\"\nThree,z".utf8)
        let found = records(of: text, by: TableParser())
        #expect(found.map { $0.article?.headline } == ["One", nil, "Three"])
        #expect(found[1].rejected?.reason == .notUTF8(byteOffset: 23, line: 4))
    }

    @Test(arguments: [7, 1000, .max])
    func aRowAboveTheLimitIsRejectedAndNotKept(size: Int) {
        let long = "Bad,\(String(repeating: "x", count: 100_000))\n"
        let text = "title,text\nOne,x\n\(long)Two,y\n"
        let found = records(of: Array(text.utf8), by: TableParser(maximumRecordBytes: 500), pieces: size)
        #expect(found.map { $0.article?.headline } == ["One", nil, "Two"])
        #expect(found[1].rejected?.reason == .tooLarge(limit: 500))
        #expect(found[1].place.byteCount == long.utf8.count)
    }

    @Test(arguments: [64, .max])
    func aTableOfNothingButOpeningMarksIsReadInBoundedTime(size: Int) {
        // Each row opens a text, and no row after it tells that it was not closed.
        let rows = String(repeating: "x,\"\"\"y\n", count: 2000)
        let found = records(of: Array("title,text\n\(rows)Last,z\n".utf8), by: TableParser(), pieces: size)
        #expect(found.count == 2001)
        #expect(found.last?.article?.headline == "Last")
    }

    @Test func aTableWithoutAHeaderIsRejected() {
        #expect(
            lines("Fruit,Price\nA,1\n") == [
                "the record is a header row without a column for the headline or the text; name one (--map headline=…)",
                "the record stands under a header row without a headline or a text",
            ])
        #expect(lines("") == [])
        #expect(lines("title,text") == [])
    }

    @Test func theColumnsAreToldAndMayBeNamed() {
        let names = FieldNames(given: [.headline: "Überschrift!", .views: "Klicks", .body: "Nirgends"])
        var parser: any DumpParser = TableParser(fieldNames: names)
        let found = records(of: Array("Titel;Überschrift!;KLICKS\nx;One;5".utf8), into: &parser)
        #expect(found.map(line) == ["One |  | - | 5"])
        let fields = (parser as? any FieldedParser)?.fieldsFound ?? []
        #expect(
            fields == [
                FoundField(name: "Titel", field: .headline),
                FoundField(name: "Überschrift!", field: .headline),
                FoundField(name: "KLICKS", field: .views),
            ])
        #expect(names.missing(in: fields) == ["Nirgends"])
    }

    private func lines(_ text: String) -> [String] {
        records(of: Array(text.utf8), by: TableParser()).map(line)
    }
}
