import NewsArchive
import Testing

@testable import NewsArchive
@testable import news_archive

struct TextStyleTests {
    private let coloured = TextStyle(isOn: true)
    private let plain = TextStyle(isOn: false)

    @Test func whatMatchedIsSetOff() {
        let text = Passage.with("a ferry to Farholt", highlights: [2..<7])
        #expect(coloured.marked(text) == "a \u{1B}[1;33mferry\u{1B}[22;39m to Farholt")
        #expect(plain.marked(text) == "a ferry to Farholt")
    }

    @Test func rangesAreOfBytes() {
        let text = Passage.with("«Паром» é ferry", highlights: [2..<12, 18..<23])
        #expect(
            coloured.marked(text)
                == "«\u{1B}[1;33mПаром\u{1B}[22;39m» é \u{1B}[1;33mferry\u{1B}[22;39m")
    }

    @Test func aHeadlineStaysBoldBehindWhatMatched() {
        let text = HighlightedText(text: "New ferry sails", highlights: [4..<9])
        #expect(coloured.boldMarked(text) == "\u{1B}[1mNew \u{1B}[33mferry\u{1B}[39m sails\u{1B}[22m")
        #expect(plain.boldMarked(text) == "New ferry sails")
    }

    @Test(arguments: [[4..<99], [4..<9, 6..<12], [0..<0]])
    func oddRangesLoseNoText(ranges: [Range<Int>]) {
        let text = Passage.with("New ferry sails", highlights: ranges)
        #expect(plain.marked(text) == "New ferry sails")
    }

    @Test func controlCharactersAreShownInsideAndOutsideOfWhatMatched() {
        let text = Passage.with("\u{1B}[2Ja\u{9B}b", highlights: [4..<7])
        #expect(coloured.marked(text) == "\u{241B}[2J\u{1B}[1;33ma\u{FFFD}\u{1B}[22;39mb")
    }

    @Test func anEllipsisStandsWhereTheBodyGoesOn() {
        let middle = Passage.with("a ferry", highlights: [2..<7], start: 5, isAtEnd: false)
        #expect(coloured.marked(middle) == "…a \u{1B}[1;33mferry\u{1B}[22;39m…")
        #expect(plain.marked(.with("a ferry", start: 5)) == "…a ferry")
        #expect(plain.marked(.with("a ferry", isAtEnd: false)) == "a ferry…")
    }

    @Test func nothingIsWrappedAroundAnEmptyText() {
        #expect(coloured.bold("").isEmpty)
        #expect(coloured.dim("").isEmpty)
        #expect(coloured.dim("x") == "\u{1B}[2mx\u{1B}[22m")
    }
}
