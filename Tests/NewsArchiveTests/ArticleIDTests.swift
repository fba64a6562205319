import Testing

@testable import NewsArchive

@Suite struct ArticleIDTests {
    @Test(arguments: [-1_500_000_000, -1, 0, 1, 29_000_000] as [Int64])
    func theMinuteOfAnIDIsTheOneItWasMadeFor(minute: Int64) {
        let slots = ArticleID.slots(ofMinute: minute)
        #expect(slots.count == 1024)
        #expect(ArticleID(rawValue: slots.lowerBound).minute == minute)
        #expect(ArticleID(rawValue: slots.upperBound).minute == minute)
    }

    @Test func theYearOneComesAfterEveryArticleWithoutADate() throws {
        let first = try #require(LocalTime(year: 1, month: 1, day: 1))
        let minute = PublicationTime(first, origin: .stated, rule: .utc).minute
        #expect(ArticleID(rawValue: ArticleID.slots(ofMinute: minute).lowerBound) > .firstDated)
        #expect(
            ArticleID(rawValue: ArticleID.slots(ofMinute: ArticleID.undatedMinute).upperBound) < .firstDated)
    }
}
