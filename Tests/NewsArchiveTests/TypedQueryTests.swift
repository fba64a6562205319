import Testing

@testable import NewsArchive

@Suite struct TypedQueryTests {
    @Test(arguments: [
        ("ceasefire", "\"ceasefire\""),
        ("two words", "\"two\" \"words\""),
        ("\"a phrase\" more", "\"a phrase\" \"more\""),
        ("“a phrase” more", "\"a phrase\" \"more\""),
        ("\"left open", "\"left open\""),
        ("digital*", "\"digital*\" *"),
        ("AND", "\"AND\""),
        ("a\0b", "\"a b\""),
        ("50% covid-19", "\"50%\" \"covid-19\""),
    ])
    func whatIsTypedIsReadAsWordsAndPhrases(typed: String, match: String) {
        #expect(TypedQuery(typed).match == match)
    }

    @Test(arguments: ["", " ", "***", "\"", "\"\"", "()", "—", "\0", "…", "🙂"])
    func aTextWithoutAWordIsNothingToSearchFor(typed: String) {
        #expect(TypedQuery(typed).match == nil)
    }
}
