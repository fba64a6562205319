import Testing

@testable import NewsArchive
@testable import news_archive

@Suite struct CountTests {
    private func count(_ name: String, _ number: Int64) throws -> Count {
        let start = try #require(LocalTime(iso8601Date: name))
        return Count(HistogramBar(start: start, count: number))
    }

    @Test func barsFitIntoTheColumns() throws {
        let text = CountsText.text([try count("2025-01", 1000), try count("2025-02", 1)], columns: 40)
        #expect(text == "2025-01  1000  " + String(repeating: "#", count: 24) + "\n2025-02     1  #\n")
    }

    @Test func whatIsNotKnownIsSaidToBeSo() {
        #expect(
            CountsText.text([Count(SourceCount(source: nil, count: 3))], columns: 30).hasPrefix(
                "(unknown)  3"))
        #expect(JSONText.compact(Count(SourceCount(source: nil, count: 3))) == "{\"count\":3,\"name\":null}")
    }

    @Test func aNameOfASourceIsHarmlessForATerminal() {
        let text = CountsText.text([Count(SourceCount(source: "a\u{1B}[31m", count: 1))], columns: 30)
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
}
