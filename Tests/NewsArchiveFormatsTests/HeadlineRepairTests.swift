import NewsArchiveFormats
import Testing

struct HeadlineRepairTests {
    @Test(arguments: [
        ("  Two   words ", "Two words"), ("Tab\tand\u{A0}no-break", "Tab and no-break"),
        ("Thin\u{2009}narrow\u{202F}wide\u{3000}em\u{2003}end", "Thin narrow wide em end"),
        ("\u{2028}Line\u{2029}", "Line"), ("\u{A0}\u{A0}", ""), ("", ""), ("…“quoted”", "…“quoted”"),
    ])
    func whiteSpaceOfAnyKindIsASingleSpace(headline: String, repaired: String) {
        #expect(repair(headline) == repaired)
    }

    @Test(arguments: [
        "\u{200B}Title", "Title\u{200B}", "\u{FEFF}Title\u{FEFF}", "\u{200B}\u{FEFF} Title", " \u{FEFF}Title",
    ])
    func whatIsInvisibleAtTheEndsGoes(headline: String) {
        #expect(repair(headline) == "Title")
    }

    @Test(arguments: ["Title\u{200B}\u{200B}", "Title\u{200B} ", "Title \u{FEFF}\u{200B}"])
    func allThatIsInvisibleAtTheEndGoes(headline: String) {
        #expect(repair(headline) == "Title")
    }

    @Test func whatIsInvisibleInsideStays() {
        #expect(Array(repair("Zero\u{200B}width").utf8) == Array("Zero\u{200B}width".utf8))
    }

    @Test(arguments: [
        ("Ferry Returns to HarnbyFerry Returns to Harnby", "Ferry Returns to Harnby"),
        ("Ferry Returns to Harnby Ferry Returns to Harnby", "Ferry Returns to Harnby"),
        ("Ferry  Returns to Harnby  Ferry Returns to Harnby ", "Ferry Returns to Harnby"),
        ("Паром возвращаетсяПаром возвращается", "Паром возвращается"),
        ("twelve charstwelve chars", "twelve chars"),
    ])
    func aGluedHeadlineIsTakenApart(headline: String, repaired: String) {
        #expect(repair(headline) == repaired)
    }

    @Test(arguments: [
        ("東京で会議東京で会議", "東京で会議東京で会議"), ("東京で新会議東京で新会議", "東京で新会議"),
        ("東京で新会議 東京で新会議", "東京で新会議"), ("东京新会议室东京新会议室", "东京新会议室"), ("ข่าวใหม่ข่าวใหม่", "ข่าวใหม่"),
    ])
    func sixCharactersAreEnoughInScriptsWithoutSpaces(headline: String, repaired: String) {
        #expect(repair(headline) == repaired)
    }

    @Test(arguments: [
        "Baden Baden", "Walla Walla", "New York, New York",
        "eleven charseleven chars".replacing("charse", with: "chare"),
        "Паром Паром", "한국신문사한국신문사", "bye bye", "aaaaaaaaaaaaaaaaaaaaaa",
    ])
    func aHalfThatIsTooShortStays(headline: String) {
        #expect(repair(headline) == headline)
    }

    @Test(arguments: [
        "Ferry Returns to HarnbyFerry returns to Harnby", "Ferry Returns to Harnby-Ferry Returns to Harnby",
        "Ferry Returns to Harnby", "Ferry Returns to HarnbyFerry Returns to Harnby Updated",
    ])
    func anythingButAnExactRepeatStays(headline: String) {
        #expect(repair(headline) == headline)
    }

    @Test func aHeadlineOfBytesThatAreNotUTF8IsRepairedWithoutACrash() {
        #expect(
            HeadlineRepair.repair([0x20, 0xE2, 0x80, 0x20, 0xC2, 0x20, 0xEF]) == [
                0xE2, 0x80, 0x20, 0xC2, 0x20, 0xEF,
            ])
    }

    @Test(arguments: [
        "  Two   words ", "Ferry Returns to HarnbyFerry Returns to Harnby", "東京で新会議東京で新会議",
        "\u{FEFF}Title\u{A0}",
    ])
    func repairingTwiceChangesNothing(headline: String) {
        #expect(repair(repair(headline)) == repair(headline))
    }

    private func repair(_ headline: String) -> String {
        String(decoding: HeadlineRepair.repair(Array(headline.utf8)), as: UTF8.self)
    }
}
