import Testing

@testable import NewsArchive

@Suite struct PageMergeTests {
    private func page(_ order: SearchOrder, _ places: [(Double, Int64)], hasMore: Bool = false) -> SearchPage
    {
        let results = places.map { value, id in
            PlacedResult(
                result: SearchResult(
                    id: ArticleID(rawValue: id), headline: HighlightedText(text: "", highlights: []),
                    published: nil, views: nil, source: nil, url: nil,
                    snippet: Passage(text: "", highlights: [], range: 0..<0, isAtStart: true, isAtEnd: true),
                    score: nil),
                cursor: SearchCursor(order: order, value: value, id: ArticleID(rawValue: id)))
        }
        return SearchPage(next: hasMore ? results.last?.cursor : nil, results: results)
    }

    private func ids(_ results: [ArchiveSetResult]) -> [Int64] { results.map(\.article.id.rawValue) }

    @Test func theHighestComeFirstAndOfEqualOnesTheNewest() {
        for order in [SearchOrder.newest, .views, .relevance, .recentRelevance] {
            let merge = PageMerge(
                [page(order, [(9, 1), (5, 7), (5, 2)]), page(order, [(7, 3), (5, 4)])], after: [nil, nil])
            #expect(ids(merge.first(10).results) == [1, 3, 7, 4, 2])
        }
    }

    @Test func oldestFirstThoseWithoutADateAreLastAllTheSame() {
        let undated = Int64.min + 5
        let merge = PageMerge(
            [
                page(.oldest, [(9, 1), (-1e12, undated)]),
                page(.oldest, [(7, 3), (10, 4), (-1e12, undated + 1)]),
            ],
            after: [nil, nil])
        #expect(ids(merge.first(10).results) == [3, 1, 4, undated, undated + 1])
    }

    @Test func thereIsAnotherPageWhenOneArchiveHasMore() {
        let pages = [page(.views, [(9, 1)]), page(.views, [(7, 3)])]
        #expect(PageMerge(pages, after: [nil, nil]).first(2).next == nil)
        let first = pages[0].results[0].cursor
        #expect(
            PageMerge(pages, after: [nil, nil]).first(1).next == ArchiveSetCursor(cursors: [first, nil]))
        let unseen = [page(.views, [(9, 1)], hasMore: true), page(.views, [])]
        #expect(
            PageMerge(unseen, after: [nil, nil]).first(1).next == ArchiveSetCursor(cursors: [first, nil]))
    }

    @Test func anArchiveThatShowedNothingStaysWhereItWas() {
        let before = SearchCursor(order: .views, value: 8, id: ArticleID(rawValue: 8))
        let merge = PageMerge(
            [page(.views, [(7, 1), (6, 2)]), page(.views, [(1, 3)])], after: [nil, before])
        let next = merge.first(2).next
        #expect(next?.cursors == [SearchCursor(order: .views, value: 6, id: ArticleID(rawValue: 2)), before])
    }
}
