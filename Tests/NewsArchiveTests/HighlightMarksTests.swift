import Testing

@testable import NewsArchive

@Suite struct HighlightMarksTests {
    @Test func marksBecomeRanges() {
        let marks = HighlightMarks()
        let text = marks.read("a \(marks.opening)bc\(marks.closing) d\(marks.opening)é\(marks.closing)")
        #expect(text == HighlightedText(text: "a bc dé", highlights: [2..<4, 6..<8]))
    }

    @Test func aTextThatHasMarksOfItsOwnKeepsThem() {
        let foreign = HighlightMarks()
        let text = "\(foreign.opening)x\(foreign.closing)"
        #expect(HighlightMarks().read(text) == HighlightedText(text: text, highlights: []))
    }
}
