import Testing

@testable import NewsArchiveFormats

struct HeadlineFromTextTests {
    @Test(
        arguments: [
            ("", ""), ("One line", "One line"), ("First line\nSecond line", "First line"),
            (String(repeating: "a", count: 120), String(repeating: "a", count: 120)),
            (String(repeating: "a", count: 121), String(repeating: "a", count: 120) + "…"),
            (String(repeating: "abc ", count: 40), String(repeating: "abc ", count: 29) + "abc…"),
            (String(repeating: "бір, ", count: 40), String(repeating: "бір, ", count: 23) + "бір…"),
            (String(repeating: "新", count: 130), String(repeating: "新", count: 120) + "…"),
        ] as [(String, String)])
    func itIsTheFirstLineCutAfterAWord(body: String, headline: String) {
        #expect(HeadlineFromText.make(ParsedText(body)) == headline)
    }
}
