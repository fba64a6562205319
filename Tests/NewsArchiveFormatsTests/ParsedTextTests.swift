import NewsArchiveFormats
import Testing

struct ParsedTextTests {
    @Test func noTextIsEmptyAndHasNoParagraphs() {
        #expect(ParsedText().isEmpty)
        #expect(ParsedText().paragraphs == [])
        #expect(ParsedText() == ParsedText(""))
    }

    @Test func aTextIsItsBytes() {
        let text = ParsedText("Ærø\0東")
        #expect(text.utf8 == Array("Ærø\0東".utf8))
        #expect(text.string == "Ærø\0東")
        #expect(!text.isEmpty)
        #expect(ParsedText(validUTF8: text.utf8) == text)
    }

    @Test func aLineFeedSeparatesParagraphs() {
        #expect(ParsedText("One\nTwo\nThree").paragraphs == ["One", "Two", "Three"])
        #expect(ParsedText("One").paragraphs == ["One"])
    }

    @Test func textsThatAreOnlyCanonicallyEquivalentDiffer() {
        #expect(ParsedText("caf\u{E9}") != ParsedText("cafe\u{301}"))
    }
}
