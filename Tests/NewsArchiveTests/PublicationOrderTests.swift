import Testing

@testable import NewsArchive

@Suite struct PublicationOrderTests {
    private func row(_ minute: Int64, _ slot: Int64, _ seconds: Int64?) -> PublicationOrder.Row {
        PublicationOrder.Row(id: ArticleID(rawValue: minute * 1024 + slot), seconds: seconds)
    }

    @Test func rowsOfOneMinuteComeInTheOrderOfTheirSeconds() {
        let rows = [row(5, 2, 310), row(5, 1, 330), row(5, 0, 320), row(4, 0, 240)]
        #expect(sorted(rows, newestFirst: true, spill: 0).map(\.seconds) == [330, 320, 310, 240])
    }

    @Test func aRowThatSpilledOverComesAtItsTime() {
        let rows = [row(7, 0, 300), row(6, 1, 360), row(6, 0, 301), row(5, 0, 302)]
        #expect(sorted(rows, newestFirst: true, spill: 2).map(\.seconds) == [360, 302, 301, 300])
        #expect(sorted(rows.reversed(), newestFirst: false, spill: 2).map(\.seconds) == [300, 301, 302, 360])
    }

    @Test func rowsLeaveAsSoonAsNothingCanComeBeforeThem() {
        var order = PublicationOrder(newestFirst: true, longestSpill: 0)
        #expect(order.add(row(5, 0, 300)).isEmpty)
        #expect(order.add(row(4, 0, 240)) == [row(5, 0, 300)])
    }

    private func sorted(
        _ rows: [PublicationOrder.Row], newestFirst: Bool, spill: Int64
    ) -> [PublicationOrder.Row] {
        var order = PublicationOrder(newestFirst: newestFirst, longestSpill: spill)
        return rows.flatMap { order.add($0) } + order.finish()
    }
}
