import Testing

@testable import NewsArchive

@Suite struct ArticleHistoryTests {
    private struct Listed {
        let day: String
        var stamp = "01.10.2025, 10:00"
        let views: Int
        let headline: String
        var text = "Boats leave the pier."
        var source: String?
    }

    /// The history of the one article that some dumps list, imported one after the other.
    private func history(_ listed: [Listed]) async throws -> ArticleHistory {
        let archive = try Archive.inMemory()
        for (number, one) in listed.enumerated() {
            let dump = " date \(one.day)\n\(one.stamp) \(one.views)\n\(one.headline)\n\(one.text)\n"
            _ = try await archive.importDump(
                Listing.dump(dump, name: "\(number).txt"), options: ImportOptions(source: one.source))
        }
        let ids = try await archive.articleIDs()
        try #require(ids.count == 1)
        return try #require(try await archive.history(of: ids[0]))
    }

    @Test func anArticleThatWasNeverRewordedHasOneStep() async throws {
        let history = try await history([
            Listed(day: "2025-10-02", views: 10, headline: "New ferry"),
            Listed(day: "2025-10-03", views: 30, headline: "New ferry"),
        ])
        #expect(history.steps.map(\.timesShown) == [2])
        #expect(history.steps[0].previous == nil)
        #expect(history.steps[0].firstSeen?.description == "2025-10-02")
        #expect(history.steps[0].lastSeen?.description == "2025-10-03")
        #expect(history.curves.map(\.source) == [nil])
        #expect(history.curves[0].points.map(\.views) == [10, 30])
        #expect(history.curves[0].points.map(\.gain) == [nil, 20])
        #expect(history.curves[0].points.map(\.dump) == ["0.txt", "1.txt"])
    }

    @Test func aWordingThatCameBackIsAStepAgain() async throws {
        let history = try await history([
            Listed(day: "2025-10-02", views: 10, headline: "New ferry"),
            Listed(day: "2025-10-03", views: 20, headline: "New Ferry"),
            Listed(day: "2025-10-04", views: 30, headline: "New ferry"),
            Listed(day: "2025-10-05", views: 40, headline: "New ferry"),
        ])
        #expect(history.steps.map(\.headline) == ["New ferry", "New Ferry", "New ferry"])
        #expect(history.steps.map(\.timesShown) == [1, 1, 2])
        #expect(history.steps.map(\.previous) == [nil, 0, 1])
        #expect(history.steps.map(\.revision) == [nil, 0, nil])
    }

    @Test func theOrderIsThatOfTheDaysAndNotOfTheImports() async throws {
        let history = try await history([
            Listed(day: "2025-10-05", views: 50, headline: "NEW FERRY"),
            Listed(day: "2025-10-02", views: 10, headline: "New ferry"),
            Listed(day: "2025-10-03", views: 20, headline: "New Ferry"),
        ])
        #expect(history.steps.map(\.headline) == ["New ferry", "New Ferry", "NEW FERRY"])
        #expect(history.curves[0].points.map(\.views) == [10, 20, 50])
        #expect(history.article.headline == "NEW FERRY")
    }

    @Test func whatTwoSourcesShowGoesOnSideBySide() async throws {
        let history = try await history([
            Listed(day: "2025-10-02", views: 10, headline: "New ferry", source: "gazette"),
            Listed(day: "2025-10-02", views: 1000, headline: "New Ferry", source: "herald"),
            Listed(day: "2025-10-03", views: 20, headline: "New ferry", source: "gazette"),
            Listed(day: "2025-10-03", views: 1100, headline: "New Ferry", source: "herald"),
            Listed(day: "2025-10-04", views: 30, headline: "NEW FERRY", source: "gazette"),
        ])
        #expect(history.steps.map(\.headline) == ["New ferry", "New Ferry", "NEW FERRY"])
        #expect(history.steps.map(\.timesShown) == [2, 2, 1])
        #expect(history.steps.map(\.previous) == [nil, 0, 0])
        #expect(history.curves.map(\.source) == ["gazette", "herald"])
        #expect(history.curves.map { $0.points.map(\.gain) } == [[nil, 10, 10], [nil, 100]])
    }

    @Test func asMuchIsTheSameStepWhoeverShowsIt() async throws {
        let history = try await history([
            Listed(day: "2025-10-02", views: 10, headline: "New ferry", source: "gazette"),
            Listed(day: "2025-10-03", views: 20, headline: "New ferry", source: "herald"),
        ])
        #expect(history.steps.map(\.timesShown) == [2])
        #expect(history.curves.count == 2)
    }

    @Test func anImportWithoutASourceIsOfTheOnlyOne() async throws {
        let named = try await history([
            Listed(day: "2025-10-02", views: 10, headline: "New ferry"),
            Listed(day: "2025-10-03", views: 20, headline: "New ferry", source: "gazette"),
        ])
        #expect(named.curves.map(\.source) == ["gazette"])
        #expect(named.curves[0].points.map(\.gain) == [nil, 10])
        let several = try await history([
            Listed(day: "2025-10-02", views: 10, headline: "New ferry"),
            Listed(day: "2025-10-03", views: 20, headline: "New ferry", source: "gazette"),
            Listed(day: "2025-10-03", views: 21, headline: "New ferry", source: "herald"),
        ])
        #expect(several.curves.map(\.source) == [nil, "gazette", "herald"])
    }

    @Test func aListWithTwoCountsHasThatOfTheLaterRecord() async throws {
        let archive = try Archive.inMemory()
        let text = "Boats leave the pier."
        for (day, views) in [("2025-10-02", (90, 10)), ("2025-10-03", (95, 15))] {
            let dump = """
                 date \(day)
                01.10.2025, 12:00 \(views.1)
                New Ferry
                \(text)
                01.10.2025, 10:00 \(views.0)
                New ferry
                \(text)

                """
            _ = try await archive.importDump(Listing.dump(dump, name: day))
        }
        let id = try #require(try await archive.articleIDs().first)
        let history = try #require(try await archive.history(of: id))
        #expect(history.curves.map { $0.points.map(\.views) } == [[10, 15]])
        #expect(history.steps.map(\.headline) == ["New ferry", "New Ferry"])
        #expect(history.steps.map(\.timesShown) == [2, 2])
    }

    @Test func aCountThatFellHasAGainBelowZero() async throws {
        let history = try await history([
            Listed(day: "2025-10-02", views: 500, headline: "New ferry"),
            Listed(day: "2025-10-03", views: 10, headline: "New ferry"),
        ])
        #expect(history.curves[0].points.map(\.gain) == [nil, -490])
    }

    @Test func whatNoDumpDatesHasNoGain() async throws {
        let archive = try Archive.inMemory()
        for views in [10, 20] {
            let dump = "01.10.2025, 10:00 \(views)\nNew ferry\nBoats leave.\n"
            _ = try await archive.importDump(Listing.dump(dump, name: "\(views)"))
        }
        let id = try #require(try await archive.articleIDs().first)
        let history = try #require(try await archive.history(of: id))
        #expect(history.curves.map { $0.points.map(\.views) } == [[10, 20]])
        #expect(history.curves[0].points.map(\.gain) == [nil, nil])
        #expect(history.steps[0].firstSeen == nil)
    }

    @Test func aBareHeadlineHasNoCurve() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(" date 2025-10-02 The ferry to Farholt\n"))
        let id = try #require(try await archive.articleIDs().first)
        let history = try #require(try await archive.history(of: id))
        #expect(history.curves.isEmpty)
        #expect(history.steps.map(\.headline) == ["The ferry to Farholt"])
        #expect(history.steps[0].body.isEmpty)
    }

    @Test func aFormerIdLeadsToTheHistory() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(" date 2025-10-02 The ferry to Farholt\n"))
        let former = try #require(try await archive.articleIDs().first)
        let dump = " date 2025-10-03\n01.10.2025, 10:00 5\nThe ferry to Farholt\nBoats leave.\n"
        _ = try await archive.importDump(Listing.dump(dump, name: "later.txt"))
        let history = try #require(try await archive.history(of: former))
        #expect(history.id != former)
        #expect(history.id == history.article.id)
    }

    @Test func anUnknownArticleHasNone() async throws {
        let archive = try Archive.inMemory()
        #expect(try await archive.history(of: ArticleID(rawValue: 5)) == nil)
    }
}
