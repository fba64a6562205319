import Testing

@testable import news_archive

struct TerminalTextTests {
    @Test(arguments: ["", "New ferry", "“Жаңа” 新しい é e\u{301} 👩‍🚀 \u{A0}\u{200F}א"])
    func harmlessTextStaysAsItIs(text: String) {
        #expect(TerminalText.plain(text) == text)
        #expect(TerminalText.lines(text) == text)
    }

    @Test(arguments: [
        ("\u{1B}[31m", "\u{241B}[31m"), ("\u{7}", "\u{2407}"), ("\u{0}", "\u{2400}"), ("\u{8}", "\u{2408}"),
        ("\u{7F}", "\u{2421}"), ("\u{80}", "\u{FFFD}"), ("\u{9B}31m", "\u{FFFD}31m"), ("\u{9F}", "\u{FFFD}"),
        ("\u{202E}", "\u{FFFD}"), ("\u{2066}", "\u{FFFD}"), ("\u{2069}", "\u{FFFD}"),
    ])
    func aControlCharacterBecomesAPicture(text: String, picture: String) {
        #expect(TerminalText.plain("a\(text)b") == "a\(picture)b")
        #expect(TerminalText.lines("a\(text)b") == "a\(picture)b")
    }

    @Test(arguments: ["\t", "\r", "\u{2028}", "\u{2029}"])
    func whatMovesTheCursorBecomesABlank(text: String) {
        #expect(TerminalText.plain("a\(text)b") == "a b")
        #expect(TerminalText.lines("a\(text)b") == "a b")
    }

    @Test func aLineFeedStaysWhereLinesAreKept() {
        #expect(TerminalText.plain("a\nb") == "a b")
        #expect(TerminalText.lines("a\nb") == "a\nb")
    }

    @Test func aCarriageReturnBeforeALineFeedIsNoExceptionToIt() {
        #expect(TerminalText.plain("a\r\nb") == "a  b")
        #expect(TerminalText.lines("a\r\nb") == "a \nb")
    }

    @Test func noControlCharacterOfUnicodeIsLeft() {
        let all = (0..<0x3000 as Range<UInt32>).compactMap(Unicode.Scalar.init).map(String.init).joined()
        #expect(Controls.found(in: Array(TerminalText.plain(all).utf8)).isEmpty)
        #expect(!TerminalText.plain(all).contains("\n"))
    }
}
