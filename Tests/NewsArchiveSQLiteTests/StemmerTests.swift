import NewsArchiveSQLite
import Testing

@Suite struct StemmerTests {
    @Test(arguments: [
        ("election", "elect"), ("elections", "elect"), ("elected", "elect"), ("electing", "elect"),
        ("happy", "happi"), ("happiness", "happi"), ("ferry", "ferri"), ("ferries", "ferri"),
        ("dating", "date"), ("date", "date"), ("feasibility", "feasibl"), ("feasible", "feasibl"),
        ("running", "run"), ("news", "new"), ("toll", "toll"),
    ])
    func theStemIsWhatItsFormsShare(word: String, stem: String) throws {
        #expect(try Stemmer(Connection(.memory)).stem(of: word) == stem)
    }

    @Test(arguments: [
        "", "us", "a", "covid19", "2025", "élan", "паром", "北京", "two words", "Election",
        String(repeating: "a", count: 65),
    ])
    func aWordThatIsNotOfTheLettersAToZHasNone(word: String) throws {
        #expect(try Stemmer(Connection(.memory)).stem(of: word) == nil)
    }

    @Test func wordsAreComparedWithAStem() throws {
        let stemmer = try Stemmer(Connection(.memory))
        func isForm(_ word: String) -> Bool {
            Array(word.utf8).withUnsafeBufferPointer { stemmer.isStem(Array("elect".utf8), of: $0) }
        }
        #expect(isForm("elections"))
        #expect(!isForm("electricity"))
        #expect(!isForm("ele"))
        #expect(!isForm(""))
    }
}
