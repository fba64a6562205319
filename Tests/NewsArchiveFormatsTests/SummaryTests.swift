import Testing

@testable import NewsArchiveFormats

struct SummaryTests {
    @Test(arguments: [
        "", "The river rose.", "The river rose. The bridge", "The river  rose.\nThe bridge held.",
        "The river rose…", "The river rose. [...]", "The river […] ", "...",
    ])
    func theBeginningOfTheBodyIsNoSummary(summary: String) {
        let body = ParsedText("The river rose.\nThe bridge held.")
        #expect(Summary.beside(body, ParsedText(summary)).isEmpty)
    }

    @Test(arguments: ["A flood.", "The bridge held.", "The river rose. The bridge held. All is well."])
    func anyOtherSummaryIsKept(summary: String) {
        let body = ParsedText("The river rose.\nThe bridge held.")
        #expect(Summary.beside(body, ParsedText(summary)).string == summary)
    }
}
