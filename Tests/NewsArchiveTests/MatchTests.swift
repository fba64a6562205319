import Testing

@testable import NewsArchive

@Suite struct MatchTests {
    private func record(
        _ headline: String, _ text: String, at minutes: Int, origin: ParsedArticle.TimeOrigin = .stated
    ) -> PreparedArticle {
        let time = LocalTime(secondsByItsOwnClock: Int64(minutes) * 60, precision: .minute)
        return PreparedArticle(
            ParsedArticle(headline: headline, body: ParsedText(text), published: time, origin: origin),
            localTime: .utc)
    }

    private func rule(_ match: Match) -> (isKnown: Bool, rule: IdentityDecision.Rule) {
        switch match {
        case .known(_, let rule, _): (true, rule)
        case .new(let rule, _, _): (false, rule)
        }
    }

    @Test func aHeadlineThatNobodyHasIsNew() {
        #expect(rule(IdentityRule.automatic.match(record("H", "t", at: 0), among: [])) == (false, .new))
    }

    @Test func theSameStampIsOneArticleWhateverTheTexts() {
        let known = KnownArticle(new: record("H", Listing.text(about: "a"), at: 5))
        let match = IdentityRule.automatic.match(record("H", Listing.text(about: "b"), at: 5), among: [known])
        #expect(rule(match) == (true, .sameStamp))
    }

    @Test(arguments: [(7, true), (8, false)])
    func aBareHeadlineIsTheArticleOfTheSameWeek(days: Int, isKnown: Bool) {
        let known = KnownArticle(new: record("H", Listing.text(about: "a"), at: 0))
        let match = IdentityRule.automatic.match(record("H", "", at: days * 1440), among: [known])
        #expect(rule(match) == (isKnown, isKnown ? .noText : .sameHeadline))
    }

    @Test func textsThatAgreeAreOneArticleAtAnyTime() {
        let known = KnownArticle(new: record("H", Listing.text(about: "a"), at: 0))
        let again = record("H", Listing.text(about: "a") + " and more", at: 900_000)
        #expect(rule(IdentityRule.automatic.match(again, among: [known])) == (true, .textsAgree))
    }

    @Test func textsThatDisagreeAreTwoArticlesThatKnowOfEachOther() {
        let known = KnownArticle(new: record("H", Listing.text(about: "a"), at: 0))
        let other = record("H", Listing.text(about: "b"), at: 60)
        guard
            case .new(.sameHeadline, let linked, let agreement) = IdentityRule.automatic.match(
                other, among: [known])
        else {
            Issue.record("taken for one article")
            return
        }
        #expect(linked === known)
        #expect(agreement == 0)
    }

    @Test func byHeadlineAloneTextsDoNotMatter() {
        let known = KnownArticle(new: record("H", Listing.text(about: "a"), at: 0))
        let match = IdentityRule.headline.match(record("H", Listing.text(about: "b"), at: 60), among: [known])
        #expect(rule(match) == (true, .headline))
    }

    @Test func exactlyTheSameIsTheSameToTheByte() {
        let known = KnownArticle(new: record("H", "text", at: 0))
        let exact = IdentityRule.exact
        #expect(rule(exact.match(record("H", "text", at: 0), among: [known])) == (true, .exact))
        #expect(rule(exact.match(record("h", "text", at: 0), among: [known])) == (false, .sameHeadline))
        #expect(rule(exact.match(record("H", "text", at: 1), among: [known])) == (false, .sameHeadline))
        #expect(rule(exact.match(record("H", "text.", at: 0), among: [known])) == (false, .sameHeadline))
    }
}
