import Testing

@testable import NewsArchive

@Suite struct KnownArticleTests {
    private func stored(source: Int64?) -> KnownArticle {
        let state = ArticleState(
            wording: Wording(headline: "H", body: ParsedText("text"), credit: nil), published: nil, views: 5,
            url: nil, source: source)
        return KnownArticle(stored: KnownArticle.Stored(id: ArticleID(rawValue: 1), state: state))
    }

    private func sighting(source: Int64?) -> NewSighting {
        NewSighting(
            position: 0, source: source, seen: nil, stated: nil, unreadableTime: nil, updated: nil,
            views: nil,
            metadata: nil, silence: [], wording: nil, rule: .sameStamp, other: nil, agreement: nil)
    }

    @Test(
        arguments: [
            { _ in }, { $0.sightings = [] }, { $0.views = 5 }, { $0.wording = $0.wording },
        ] as [@Sendable (KnownArticle) -> Void])
    func anArticleThatWasOnlySeenIsAsStored(change: @Sendable (KnownArticle) -> Void) {
        let article = stored(source: nil)
        article.sightings = [sighting(source: nil)]
        change(article)
        #expect(article.isAsStored)
        #expect(article.stored?.state == article.state)
    }

    @Test(
        arguments: [
            { $0.views = 6 }, { $0.url = "https://gazette.example" }, { $0.wording.headline = "h" },
            { $0.wording.credit = "Images" }, { $0.wording.body = ParsedText("texts") },
        ] as [@Sendable (KnownArticle) -> Void])
    func whatChangedIsNotAsStored(change: @Sendable (KnownArticle) -> Void) {
        let article = stored(source: nil)
        change(article)
        #expect(!article.isAsStored)
        #expect(article.stored?.state != article.state)
    }

    @Test(arguments: [nil, 1, 2] as [Int64?], [nil, 2] as [Int64?])
    func aSourceIsLearnedWhereNoneWasKnown(known: Int64?, seen: Int64?) {
        let article = stored(source: known)
        article.sightings = [sighting(source: nil), sighting(source: seen)]
        #expect(article.isAsStored == (article.stored?.state == article.state))
        #expect(article.isAsStored == (known != nil || seen == nil))
    }

    @Test func aNewArticleIsNot() {
        let record = PreparedArticle(
            ParsedArticle(headline: "H", place: RecordPlace(line: 1, byteOffset: 0, byteCount: 1)),
            localTime: .utc)
        #expect(!KnownArticle(new: record).isAsStored)
    }

    @Test func aKeyIsLearnedOnce() {
        let article = stored(source: nil)
        #expect(!article.learn(HeadlineKey("h")))
        #expect(article.learn(HeadlineKey("other")))
        #expect(!article.learn(HeadlineKey("Other")))
        #expect(article.keys.count == 2)
    }
}
