import Testing

@testable import NewsArchive

@Suite struct CountsOfArticleTests {
    private static let day: Int64 = 86_400

    /// The gain that counts tell, each with its source, its day and its views, since the end of day 10.
    private func most(_ counts: [(source: Int64?, day: Int64, views: Int64)]) -> Gain? {
        var article = CountsOfArticle(untilEndOf: 10 * Self.day + 5)
        article.begin(7)
        for count in counts {
            article.add(
                source: count.source, moment: count.day * Self.day * 3 + 1, stamp: nil, views: count.views)
        }
        return article.most()
    }

    @Test func theLatestCountIsComparedWithTheLastOneBefore() throws {
        let gain = try #require(most([(1, 8, 10), (1, 10, 50), (1, 11, 70), (1, 14, 120)]))
        #expect((gain.viewsBefore, gain.views, gain.gain) == (50, 120, 70))
        #expect(gain.from == 10 * Self.day * 3 + 1)
        #expect(gain.to == 14 * Self.day * 3 + 1)
    }

    @Test func withoutOneBeforeWithTheFirstAfter() {
        #expect(most([(1, 12, 50), (1, 14, 120)])?.gain == 70)
    }

    @Test func theOrderOfTheImportsDoesNotMatter() {
        #expect(most([(1, 14, 120), (1, 10, 50), (1, 8, 10)])?.gain == 70)
    }

    @Test func whatWasSeenOnceOrOnlyBeforeHasNone() {
        #expect(most([]) == nil)
        #expect(most([(1, 14, 120)]) == nil)
        #expect(most([(1, 8, 10), (1, 10, 50)]) == nil)
        #expect(most([(1, 10, 50), (1, 12, 50)]) == nil)
    }

    @Test func aCounterThatBeganAnewCountsFromItsLowest() {
        #expect(most([(1, 10, 5000), (1, 11, 10), (1, 12, 900)])?.gain == 890)
        #expect(most([(1, 10, 5000), (1, 11, 10), (1, 12, 6000)])?.gain == 1000)
        #expect(most([(1, 10, 5000), (1, 12, 900)]) == nil)
    }

    @Test func countersThatTakeTurnsGainNothing() {
        #expect(most([(1, 10, 100), (1, 11, 90), (1, 12, 100), (1, 13, 90)]) == nil)
    }

    @Test func sourcesAreNotMixed() {
        #expect(most([(1, 10, 10), (2, 11, 9000)]) == nil)
        let gain = most([(1, 10, 10), (2, 10, 9000), (1, 12, 40), (2, 12, 9100)])
        #expect(gain?.gain == 100)
        #expect(gain?.source == 2)
    }

    @Test func anImportWithoutASourceIsOfTheOnlyOne() {
        #expect(most([(nil, 10, 10), (2, 12, 40)])?.source == 2)
        #expect(most([(nil, 10, 10), (2, 12, 40), (3, 12, 50)]) == nil)
        #expect(most([(nil, 10, 10), (nil, 12, 40)])?.gain == 30)
    }

    @Test func ofTwoCountsOfAMomentTheLaterRecordsCounts() {
        var article = CountsOfArticle(untilEndOf: 10 * Self.day)
        article.begin(7)
        article.add(source: nil, moment: 1, stamp: 900, views: 10)
        article.add(source: nil, moment: 1, stamp: 100, views: 90)
        article.add(source: nil, moment: 20 * Self.day * 3, stamp: 900, views: 15)
        #expect(article.most()?.gain == 5)
    }

    @Test func countsThatNobodyHasAreNoTrap() {
        #expect(most([(1, 10, .min), (1, 12, .max)])?.gain == .max)
        #expect(most([(1, 10, .max), (1, 12, .min)]) == nil)
    }
}
