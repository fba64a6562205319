import NewsArchive
import Testing

@testable import news_archive

struct SuggestionTextTests {
    @Test(
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (123_456, "123,456"), (1_234_567, "1,234,567"),
        ] as [(Int64, String)])
    func digitsAreGrouped(count: Int64, text: String) {
        #expect(SuggestionText.grouped(count) == text)
    }

    @Test func aLineHasTheNearestWords() {
        let suggestion = Suggestion(
            word: "electon",
            nearest: [WordCount(word: "election", articles: 1204), WordCount(word: "electron", articles: 1)])
        #expect(
            SuggestionText.line(suggestion)
                == "did you mean: election (1,204 articles), electron (1 article)?")
    }
}
