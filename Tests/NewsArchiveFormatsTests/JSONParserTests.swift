import Testing

@testable import NewsArchiveFormats

struct JSONParserTests {
    @Test func everyObjectOfJSONLinesIsARecord() {
        let text = """
            {"headline": "One", "body": "First.", "published": "2025-10-09T15:45", "views": 5}

            {"title": "Two", "text": "Second."}
              {"Title": "Three", "pub_date": "soon"} {"name": "Four"}
            {
              "headline": "Five",
              "tags": [
                "a", "b"
              ]
            }
            """
        #expect(
            lines(text) == [
                "One | First. | 2025-10-09T15:45 | 5", "Two | Second. | - | -", "Three |  | soon | -",
                "Four |  | - | -",
                "Five |  | - | -",
            ])
    }

    @Test func aRecordStandsWhereItsObjectStands() {
        let text = "{\"title\": \"Ä\"}\n\n {\"title\": \"B\"}\n"
        let places = records(of: Array(text.utf8), by: JSONParser(isLines: true)).map(\.place)
        #expect(
            places == [
                RecordPlace(line: 1, byteOffset: 0, byteCount: 15),
                RecordPlace(line: 3, byteOffset: 18, byteCount: 14),
            ])
    }

    @Test(
        arguments: [
            (
                #"{"headline": "Bad" "body": "x"}"#,
                "has \"\"\" where a comma or a closing bracket is expected, at offset 39 (line 2)"
            ),
            (#"{"headline": "Bad", "body": "not closed}"#, nil),
            (#"{"headline": "Bad", "body": "x""#, nil), (#"{"headline": "Bad", "body":"#, nil),
            (#"{"headline": "Bad", "list": [1, 2"#, nil), (#"{"headline": "Bad"]"#, nil),
            (#"{"headline": undefined}"#, nil),
            (#"{'headline': 'Bad'}"#, nil), ("Traceback (most recent call last):", nil),
            (#"{"headline" "Bad"}"#, nil),
            ("{\"headline\": \"Bad\", \"body\": \"x\\", nil), ("42", "is no JSON object"),
            ("null", "is no JSON object"),
            ("[1, {\"a\": 2}]", "is no JSON object"), ("\"text\"", "is no JSON object"), ("}", nil),
        ] as [(String, String?)])
    func aBrokenLineIsRejectedAndTheOthersAreRead(bad: String, problem: String?) throws {
        let text = "{\"headline\": \"One\"}\n\(bad)\n{\"headline\": \"Two\"}\n{\"headline\": \"Three\"}\n"
        let found = records(of: Array(text.utf8), by: JSONParser(isLines: true))
        #expect(found.map { $0.article?.headline } == ["One", nil, "Two", "Three"])
        let record = try #require(found.count > 1 ? found[1].rejected : nil)
        #expect(record.place == RecordPlace(line: 2, byteOffset: 20, byteCount: bad.utf8.count))
        guard case .malformed(let words) = record.reason else {
            Issue.record("\(record.reason)")
            return
        }
        if let problem { #expect(words == problem) }
    }

    @Test(arguments: [
        #"{"headline": "Bad" "body": "x"}"#, #"{"headline": "Bad", "body": "not closed}"#,
        #"{"headline": "Bad", "body": "x" "#, #"{"headline": "Bad", "list": [1, 2 }"#,
        #"{"headline": undefined}"#,
        #"{"other": x, "files": [{"headline": "inner"}]}"#,
    ])
    func aBrokenElementOfAnArrayIsRejectedAndTheOthersAreRead(bad: String) {
        for separator in [", ", ",", ",\n", ",\n    "] {
            let elements = [#"{"headline": "One"}"#, bad, #"{"headline": "Two"}"#, #"{"headline": "Three"}"#]
            let text = "{\"items\": [" + elements.joined(separator: separator) + "], \"title\": \"Feed\"}"
            let found = records(of: Array(text.utf8), by: JSONParser(isLines: false))
            #expect(found.map { $0.article?.headline } == ["One", nil, "Two", "Three"], "\(separator)\(bad)")
        }
    }

    @Test(arguments: [
        #"[{"title": "One"}, {"title": "Two"}]"#, #"{"items": [{"title": "One"}, {"title": "Two"},]}"#,
        #"{"title": "Feed", "x": {"y": [1, {"title": "no"}]}, "articles": [{"title": "One"}, {"title": "Two"}], "n": 2}"#,
        #"{"status": "ok", "response": {"docs": [{"title": "One"}, {"title": "Two"}], "facets": [{"title": "no"}]}}"#,
        #"{"authors": [{"name": "no"}], "pages": [{"title": "One"}, {"title": "Two"}], "more": [{"title": "no"}]}"#,
        #"{"hits": {"total": 2, "hits": [{"_id": 1, "_source": {"title": "One"}}, {"_source": {"title": "Two"}}]}}"#,
        #"[{"title": "One"}] [{"title": "Two"}]"#, "[{\"title\": \"One\"}\n{\"title\": \"Two\"}",
    ])
    func theRecordsOfADocumentAreFound(text: String) {
        for size in [1, 2, 7, .max] {
            let found = records(of: Array(text.utf8), by: JSONParser(isLines: false), pieces: size)
            #expect(found.map { $0.article?.headline } == ["One", "Two"])
        }
    }

    @Test func aJSONFeedIsReadWhole() throws {
        let text = """
            {"items": [
              {"id": 7, "url": "https://example.org/7", "title": "A &amp; B", "content_html": "<p>Html</p>",
               "content_text": "Text", "summary": "Short", "date_published": "2025-10-09T15:45:00+05:00",
               "date_modified": "2025-10-10T00:00:00Z", "authors": [{"name": "Ann"}, {"name": "Bob"}],
               "tags": ["x", "y", "x"], "language": "kk", "image": "https://example.org/i.png",
               "attachments": [{"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12}],
               "_shop": {"about": "it", "views": 5}},
              {"id": "b", "external_url": "https://example.net/b", "content_text": "No title here. More."}
            ],
            "version": "https://jsonfeed.org/version/1.1", "title": "Feed", "home_page_url": "https://example.org/",
            "feed_url": "https://example.org/feed.json", "language": "en"}
            """
        var parser: any DumpParser = JSONParser(isLines: false)
        let found = records(of: Array(text.utf8), into: &parser, pieces: 5).compactMap(\.article)
        #expect(
            parser.header == DumpHeader(title: "Feed", url: "https://example.org/", language: "en"))
        let first = try #require(found.first)
        #expect(first.body.string == "Text")
        #expect(first.published?.description == "2025-10-09T15:45")
        #expect(first.minutesAheadOfUTC == 300)
        #expect(first.origin == .stated)
        #expect(first.updated?.time.description == "2025-10-10T00:00")
        #expect(first.views == 5)
        let metadata = first.metadata
        #expect(metadata.guid == "7")
        #expect(metadata.url == "https://example.org/7")
        #expect(metadata.author == "Ann, Bob")
        #expect(metadata.language == "kk")
        #expect(metadata.categories == ["x", "y"])
        #expect(metadata.summary.string == "Short")
        #expect(
            Set(metadata.enclosures) == [
                .init(url: "https://example.org/i.png"),
                .init(url: "https://example.org/a.mp3", type: "audio/mpeg", length: 12),
            ])
        #expect(found.last?.headline == "No title here. More.")
        #expect(found.last?.metadata.url == "https://example.net/b")
        #expect(found.count == 2)
    }

    @Test(arguments: [
        (#""plain""#, "plain"), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\u00e9\u0416""#, "éЖ"),
        (#""\ud83d\ude00!""#, "😀!"),
        (#""\ud83d!""#, "\u{FFFD}!"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"),
        (#""a\qb\u12""#, "aqbu12"), ("\"a\u{1}b\"", "a b"), ("12.50", "12.50"), ("-1e5", "-1e5"),
    ])
    func aTextIsReadWithItsEscapes(json: String, text: String) {
        #expect(lines("{\"title\": \(json)}") == ["\(text) |  | - | -"])
    }

    @Test func whatIsNearJSONIsRead() {
        let text = """
            {"title": "One", "x": NaN, "y": -Infinity, /* why */ "z": [1,2,], // the end
            }
            """
        #expect(
            lines(text + "\n{\"title\": \"Two\", \"title\": \"Three\"}") == [
                "One |  | - | -", "Three |  | - | -",
            ])
    }

    @Test func nestingHasALimitAndIsNoRecursion() {
        let deep = String(repeating: "[", count: 511) + String(repeating: "]", count: 511)
        let deeper = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        let endless = String(repeating: "{\"a\":[", count: 100_000)
        let text = """
            {"title": "One", "x": \(deep)}
            {"title": "Bad", "x": \(deeper)}
            {"title": "Two"}
            \(endless)
            {"title": "Three"}
            """
        let reason = RejectionReason.tooDeep(limit: 512).description
        #expect(lines(text) == ["One |  | - | -", reason, "Two |  | - | -", reason, "Three |  | - | -"])
    }

    @Test func aRecordThatIsNotUTF8IsRejected() {
        let text =
            Array("{\"title\": \"One\"}\n{\"title\":\n\"".utf8) + [0xE9]
            + Array("\"}\n{\"title\": \"Two\"}".utf8)
        let found = records(of: text, by: JSONParser(isLines: true))
        #expect(found.map { $0.article?.headline } == ["One", nil, "Two"])
        #expect(found[1].rejected?.reason == .notUTF8(byteOffset: 28, line: 3))
    }

    @Test(arguments: [1, 10, 100, .max])
    func aRecordAboveTheLimitIsRejectedAndNotKept(size: Int) {
        let large = "{\"title\": \"\(String(repeating: "x", count: 500))\", \"n\": [1]}"
        let text = "{\"title\": \"One\"}\n\(large)\n{\"title\": \"Two\"}"
        for isLines in [true, false] {
            let bytes = Array((isLines ? text : "[\(text)]").utf8)
            let parser = JSONParser(isLines: isLines, maximumRecordBytes: 100)
            let found = records(of: bytes, by: parser, pieces: size)
            #expect(found.map { $0.article?.headline } == ["One", nil, "Two"])
            #expect(found[1].rejected?.reason == .tooLarge(limit: 100))
            #expect(found[1].place.byteCount == large.utf8.count)
        }
    }

    @Test func aDamageInWhatIsSkippedIsFoundTheSameInPieces() {
        // The value of "n" is let go while it is read: what stands before the damage may be gone already.
        let text =
            #"{"items": [{"title": "One"}], "n": [1, null, , {"title": "Two"}], "z": [1 2], "items": [{"title": "Three"}]}"#
        let whole = records(of: Array(text.utf8), by: JSONParser(isLines: false))
        #expect(whole.compactMap { $0.article?.headline } == ["One", "Two", "Three"])
        for size in [1, 7, 50] {
            #expect(records(of: Array(text.utf8), by: JSONParser(isLines: false), pieces: size) == whole)
        }
    }

    @Test(arguments: [
        #"{"headline": "Bad" "body": "x"}"#, #"{"headline": "Bad", "body": "open}"#, #"{"views": 5}"#,
    ])
    func aRejectedRecordReadAloneIsRejectedForTheSameReason(bad: String) throws {
        for (text, isLines) in [
            ("{\"title\": \"One\"}\n\(bad)\n", true), ("[{\"title\": \"One\"}, \(bad)]", false),
        ] {
            let bytes = Array(text.utf8)
            let record = try #require(
                records(of: bytes, by: JSONParser(isLines: isLines)).compactMap(\.rejected).first)
            let alone = Array(record.preamble.utf8) + record.place.bytes(in: bytes)
            let again = records(of: alone, by: JSONParser(isLines: true))
            #expect(again.map { $0.rejected?.reason.name } == [record.reason.name])
        }
    }

    @Test func theFieldsThatWereFoundAreTold() {
        var parser: any DumpParser = JSONParser(
            isLines: true, fieldNames: FieldNames(given: [.body: "Lauftext"]))
        let text = "{\"title\": \"One\", \"lauftext\": \"x\", \"z\": 1}\n{\"z\": 1, \"views\": 2}"
        let found = records(of: Array(text.utf8), into: &parser)
        #expect(found.compactMap(\.article).map(\.body.string) == ["x"])
        let fields = (parser as? any FieldedParser)?.fieldsFound
        #expect(
            fields == [
                FoundField(name: "title", field: .headline), FoundField(name: "lauftext", field: .body),
                FoundField(name: "z", field: nil), FoundField(name: "views", field: .views),
            ])
    }

    private func lines(_ text: String) -> [String] {
        records(of: Array(text.utf8), by: JSONParser(isLines: true)).map(line)
    }
}
