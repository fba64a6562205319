import Testing

@testable import NewsArchive

@Suite struct TrendingSearchTests {
    /// An archive of lists, each with its day and the views of the articles "Article 0", "Article 1" and so on.
    private func archive(_ lists: [(day: String, views: [Int])], source: String? = nil) async throws
        -> Archive
    {
        let archive = try Archive.inMemory()
        for (number, list) in lists.enumerated() {
            let records = list.views.enumerated().map { article, views in
                "01.09.2025, 10:0\(article) \(views)\nArticle \(article)\nText of article \(article).\n"
            }
            let dump = " date \(list.day)\n" + records.joined()
            _ = try await archive.importDump(
                Listing.dump(dump, name: "\(number)"), options: ImportOptions(source: source))
        }
        return archive
    }

    private func day(_ text: String) throws -> LocalTime { try #require(LocalTime(iso8601Date: text)) }

    @Test func whatGainedMostComesFirst() async throws {
        let archive = try await archive(
            [("2025-10-01", [10, 100, 5]), ("2025-10-08", [24, 200, 5])], source: "gazette")
        let found = try await archive.trending()
        #expect(found.map(\.headline) == ["Article 1", "Article 0"])
        let first = try #require(found.first)
        #expect((first.viewsBefore, first.views, first.gain) == (100, 200, 100))
        #expect(first.from.description == "2025-10-01")
        #expect(first.to.description == "2025-10-08")
        #expect(first.gainPerDay == 100.0 / 7)
        #expect(first.source == "gazette")
        #expect(first.published?.description == "2025-09-01T10:01:00Z")
    }

    @Test func theUsualStartIsSevenDaysBeforeTheLatestSighting() async throws {
        let archive = try await archive([
            ("2025-10-01", [0]), ("2025-10-08", [10]), ("2025-10-09", [30]), ("2025-10-15", [70]),
        ])
        #expect(try await archive.trending().map(\.gain) == [60])
        #expect(try await archive.trending(since: day("2025-10-09")).map(\.gain) == [40])
        #expect(try await archive.trending(since: day("2025-10-07")).map(\.gain) == [70])
        #expect(try await archive.trending(since: day("2025-10")).map(\.gain) == [70])
        #expect(try await archive.trending(since: day("2020-01")).map(\.gain) == [70])
        #expect(try await archive.trending(since: day("2025-10-15")).isEmpty)
        #expect(try await archive.trending(since: day("9999-12-31")).isEmpty)
    }

    @Test func aFeedWithoutCountsDoesNotMoveTheStart() async throws {
        let archive = try await archive([("2025-10-01", [0]), ("2025-10-08", [10])])
        _ = try await archive.importDump(
            Listing.dump(" date 2025-12-31 Bakers count their ledgers\n", name: "lead"))
        #expect(try await archive.trending().map(\.gain) == [10])
    }

    @Test func ofEqualGainsTheLaterArticlesComeFirst() async throws {
        let archive = try await archive([("2025-10-01", [1, 2, 3]), ("2025-10-08", [11, 12, 13])])
        #expect(try await archive.trending().map(\.headline) == ["Article 2", "Article 1", "Article 0"])
        #expect(try await archive.trending(limit: 2).map(\.headline) == ["Article 2", "Article 1"])
        #expect(try await archive.trending(limit: 0).isEmpty)
        #expect(try await archive.trending(limit: -1).isEmpty)
        #expect(try await archive.trending(limit: .max).count == 3)
    }

    @Test func anEmptyArchiveHasNone() async throws {
        #expect(try await Archive.inMemory().trending().isEmpty)
    }

    @Test func listsWithoutADayAreLeftOut() async throws {
        let archive = try Archive.inMemory()
        for views in [10, 20] {
            let dump = "01.10.2025, 10:00 \(views)\nNew ferry\nBoats leave.\n"
            _ = try await archive.importDump(Listing.dump(dump, name: "\(views)"))
        }
        #expect(try await archive.trending().isEmpty)
        #expect(try await archive.trending(since: day("2025-01-01")).isEmpty)
    }

    @Test func itAgreesWithTheHistoryOfEachArticle() async throws {
        var random = SeededGenerator(seed: 11)
        var views = Array(repeating: 0, count: 8)
        var lists: [(day: String, views: [Int])] = []
        for day in 10..<28 {
            views = views.map { $0 + Int.random(in: 0...50, using: &random) }
            lists.append(("2025-10-\(day)", views))
        }
        let archive = try await archive(lists.shuffled(using: &random))
        let since = try day("2025-10-19")
        for article in try await archive.trending(since: since, limit: 100) {
            let history = try #require(try await archive.history(of: article.id))
            let points = try #require(history.curves.first).points
            let later = points.filter { ($0.seen?.day ?? 0) > 19 }
            #expect(article.gain == later.compactMap(\.gain).reduce(0, +))
            #expect(article.views == points.last?.views)
        }
        #expect(try await archive.trending(since: since, limit: 100).count == 8)
    }

    @Test func aSearchThatMayTakeNoTimeIsTimedOut() async throws {
        let archive = try await archive([("2025-10-01", [1]), ("2025-10-08", [11])])
        await #expect(throws: ArchiveError.self) { try await archive.trending(timeout: .zero) }
    }
}
