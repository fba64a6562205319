import Testing

@testable import NewsArchive

@Suite struct TextAgreementTests {
    private func agreement(_ first: String, _ second: String) -> TextAgreement {
        TextAgreement(Shingles(Array(first.utf8)), Shingles(Array(second.utf8)))
    }

    @Test func aTextAgreesWithItself() {
        let text = Listing.text(about: "bridge")
        #expect(agreement(text, text) == .agree(1000))
    }

    @Test func aShortenedTextAgreesWithTheWhole() {
        let whole = Listing.text(about: "bridge") + " " + Listing.text(about: "toll")
        #expect(agreement(whole, Listing.text(about: "bridge")) == .agree(1000))
    }

    @Test func textsWithNothingInCommonDisagree() {
        #expect(agreement(Listing.text(about: "bridge"), Listing.text(about: "toll")) == .disagree(0))
    }

    @Test func caseAndPunctuationDoNotCount() {
        let text = Listing.text(about: "bridge")
        #expect(
            agreement(text, text.uppercased().split(separator: " ").joined(separator: ", ")) == .agree(1000))
    }

    @Test func aTextOfFewerThanFortyWordsIsTooShortToTell() {
        #expect(agreement("just a few words", Listing.text(about: "toll")) == .tooShort)
    }

    @Test func eachCharacterOfAScriptWithoutSpacesIsAWord() {
        let first = String((0..<60).compactMap { Unicode.Scalar(0x4E00 + $0).map(Character.init) })
        let second = String((0..<60).compactMap { Unicode.Scalar(0x5E00 + $0).map(Character.init) })
        #expect(agreement(first, second) == .disagree(0))
    }

    @Test func closingFormulasDoNotMakeTwoIssuesOfAColumnOneArticle() {
        let formula = (0..<24).map { "formula\($0)" }.joined(separator: " ")
        let first = (0..<34).map { "rain\($0)" }.joined(separator: " ") + " " + formula
        let second = (0..<34).map { "rail\($0)" }.joined(separator: " ") + " " + formula
        guard case .disagree(let share) = agreement(first, second) else {
            Issue.record("they agree")
            return
        }
        #expect(share > 300)
    }

    @Test func agreementIsTheSameBothWays() {
        let first = Listing.text(about: "a") + " " + Listing.text(about: "b")
        let second = Listing.text(about: "b") + " " + Listing.text(about: "c")
        #expect(agreement(first, second) == agreement(second, first))
    }
}
