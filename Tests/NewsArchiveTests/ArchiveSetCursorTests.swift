import Testing

@testable import NewsArchive

@Suite struct ArchiveSetCursorTests {
    private func cursor(_ id: Int64, _ order: SearchOrder = .newest) -> SearchCursor {
        SearchCursor(order: order, value: Double(id) / 3, id: ArticleID(rawValue: id))
    }

    @Test func itsTextIsReadBackWhateverItHolds() {
        for order in SearchOrder.allCases {
            for cursors in [
                [cursor(-7, order)], [cursor(5, order), cursor(6, order)], [nil, cursor(5, order), nil],
            ] as [[SearchCursor?]] {
                let cursor = ArchiveSetCursor(cursors: cursors)
                #expect(ArchiveSetCursor(cursor.description) == cursor)
            }
        }
    }

    @Test func forOneArchiveItIsThatArchivesOwn() {
        #expect(ArchiveSetCursor(cursors: [cursor(5)]).description == cursor(5).description)
    }

    @Test(arguments: ["", "~", "~~", "nowhere", "newest.0.1~nowhere", "newest.0.1~newest.0", "newest.0.1 ~"])
    func anotherTextIsNone(text: String) {
        #expect(ArchiveSetCursor(text) == nil)
    }
}
