import Testing

@testable import NewsArchive
@testable import news_archive

struct SearchCSVTests {
    private func rows(_ found: [ShownResult], forTerminal: Bool = false) throws -> [[String]] {
        try CommaSeparated.rows(
            Array(SearchCSV.text(found, namesArchives: false, forTerminal: forTerminal).utf8))
    }

    @Test func nothingFoundIsAHeaderAlone() {
        #expect(
            SearchCSV.text(.of(), namesArchives: false, forTerminal: false)
                == "id,headline,published,views,source,url,snippet,score\r\n")
    }

    @Test func anArticleIsALine() {
        let found = [ShownResult].of(
            .with(published: .minute(ahead: 300), views: 14206, source: "gazette", snippet: "It sails."))
        #expect(
            SearchCSV.text(found, namesArchives: false, forTerminal: false).hasSuffix(
                "\r\n7,New ferry,2025-10-09T12:21:00+05:00,14206,gazette,,It sails.,1.5\r\n"))
    }

    @Test func anEllipsisStandsWhereTheBodyGoesOn() throws {
        let passage = Passage.with("the ferry", start: 5, isAtEnd: false)
        #expect(try rows(.of(.with(passage: passage))).last?[6] == "…the ferry…")
    }

    @Test func whatIsNotKnownIsEmpty() throws {
        #expect(try rows(.of(.with())).last == ["7", "New ferry", "", "", "", "", "", "1.5"])
    }

    @Test(arguments: [
        "a, b", "a \"b\" c", "\"", "\"\"", ",", "a\nb", "a\r\nb", "a\rb", "Жаңа, “é”", " a ", "'a'",
    ])
    func anyTextComesBackAsItWas(text: String) throws {
        let row = try rows(.of(.with(headline: text, source: text, snippet: text))).last ?? []
        #expect(row.count == 8)
        #expect(row.filter { Array($0.utf8) == Array(text.utf8) }.count == 3)
    }

    @Test(arguments: ["a\"\u{301}b", "\"\u{200D}", "a \"\u{20DD}b\" c"])
    func aQuoteWithAMarkOnItIsDoubledToo(text: String) throws {
        let row = try rows(.of(.with(headline: text))).last ?? []
        #expect(row.count == 8 && Array(row[1].utf8) == Array(text.utf8))
    }

    @Test func scoresAreRoundedToMillionths() throws {
        #expect(try rows(.of(.with(score: 1.234_567_89))).last?.last == "1.234568")
    }

    @Test func dataForAFileKeepsControlCharacters() throws {
        #expect(try rows(.of(.with(headline: Controls.text))).last?[1] == Controls.text)
    }

    @Test func dataForATerminalKeepsNone() {
        let found = [ShownResult].of(
            .with(headline: Controls.text, source: Controls.text, snippet: Controls.text))
        let lines = SearchCSV.text(found, namesArchives: false, forTerminal: true).utf8.split(
            separator: UInt8(ascii: "\r"))
        #expect(lines.allSatisfy { Controls.found(in: Array($0)).isEmpty })
    }
}
