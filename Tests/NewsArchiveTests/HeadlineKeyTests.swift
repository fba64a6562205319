import Testing

@testable import NewsArchive

@Suite struct HeadlineKeyTests {
    @Test(arguments: [
        ("Council of Bridges", "COUNCIL OF BRIDGES"),
        ("Council of Bridges", "  Council   of\u{A0}Bridges "),
        ("Teachers’ Union", "Teachers' Union"),
        ("The Istrad–Norvik Line", "The Istrad-Norvik Line"),
        ("Winner of the “Jorvane Prize”", "Winner of the \"Jorvane Prize\""),
        ("Péter visits Ærø", "peter visits aero"),
        ("ＡＢＣ opens", "ABC opens"),
        ("Wid\u{200B}th", "Width"),
        ("Ferry to Farholt opens", "Ferry to Farholt opensFerry to Farholt opens"),
        ("Ferry to Farholt opens", "Ferry to Farholt opens Ferry to Farholt opens"),
        ("Is it over?", "Is it over"),
    ])
    func twoSpellingsOfAHeadlineHaveOneKey(first: String, second: String) {
        #expect(HeadlineKey(first) == HeadlineKey(second))
    }

    @Test(arguments: [
        ("мой дом", "мои дом"), ("Kassym", "Kassymov"), ("C++ at work", "C at work"),
        ("Baden Baden", "Baden"),
        ("???", "!!!"), ("Part 1", "Part 2"),
    ])
    func twoHeadlinesHaveTwoKeys(first: String, second: String) {
        #expect(HeadlineKey(first) != HeadlineKey(second))
    }

    @Test func theHashIsTheOneThatArchivesStore() {
        // FNV-1a of "foobar", from the function's published test vectors.
        #expect(FNV1a.hash("foobar".utf8) == 0x8594_4171_F739_67E8)
    }
}
