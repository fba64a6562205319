import Testing

@testable import NewsArchive

@Suite struct ArchiveSetTests {
    // Minutes of their own, so that no two articles are alike in any order; the views are in another order than the times.
    private func record(_ number: Int) -> String {
        let (hour, minute) = (10 + number / 60, 10 + number % 60)
        let words = String(repeating: "ferry ", count: 1 + number * 7 % 5)
        return
            "\(10 + number % 18).02.2025, \(hour):\(minute < 60 ? minute : minute - 50) \(1000 + number * 37 % 101)\n"
            + "Headline number \(number)\n\(words)and word\(number)\n"
    }

    private func archive(_ records: some Sequence<Int>, source: String? = nil) async throws -> Archive {
        let archive = try Archive.inMemory()
        let text = records.map(record).joined()
        _ = try await archive.importDump(Listing.dump(text), options: ImportOptions(source: source))
        return archive
    }

    /// Three archives, one of them empty, and one archive with the articles of all.
    private func setAndWhole() async throws -> (ArchiveSet, Archive) {
        let empty = try Archive.inMemory()
        let set = ArchiveSet([
            try await archive(stride(from: 0, to: 40, by: 3)), empty,
            try await archive((0..<40).filter { $0 % 3 > 0 }),
        ])
        return (set, try await archive(0..<40))
    }

    private func headlines(_ results: ArchiveSetResults) -> [String] {
        results.results.map(\.article.headline.text)
    }

    private func allPages(
        _ set: ArchiveSet, _ query: String, _ order: SearchOrder, limit: Int
    ) async throws -> [String] {
        var found: [String] = []
        var cursor: ArchiveSetCursor?
        repeat {
            let page = try await set.search(query, order: order, limit: limit, after: cursor)
            #expect(page.results.count <= limit)
            #expect(page.next == nil || page.results.count == limit)
            found += headlines(page)
            // As somebody hands it around.
            cursor = page.next.flatMap { ArchiveSetCursor($0.description) }
            #expect(cursor == page.next)
        } while cursor != nil && found.count < 100
        return found
    }

    @Test(arguments: [SearchOrder.newest, .oldest, .views], [1, 2, 7, 100])
    func theArticlesOfAllComeInOneOrderWhateverThePages(order: SearchOrder, limit: Int) async throws {
        let (set, whole) = try await setAndWhole()
        let expected = try await whole.search("ferry", order: order, limit: 100).results.map(\.headline.text)
        #expect(expected.count == 40)
        #expect(try await allPages(set, "ferry", order, limit: limit) == expected)
    }

    @Test(arguments: [SearchOrder.relevance, .recentRelevance], [1, 3, 100])
    func byRelevanceTheScoresOfTheArchivesAreCompared(order: SearchOrder, limit: Int) async throws {
        let (set, _) = try await setAndWhole()
        let once = try await set.search("ferry", order: order, limit: 100)
        #expect(once.results.count == 40)
        if order == .relevance {
            let scores = once.results.compactMap(\.article.score)
            #expect(scores.count == 40)
            #expect(scores == scores.sorted(by: >))
        }
        // Each archive's own order is kept.
        for place in set.archives.indices {
            let own = try await set.archives[place].search("ferry", order: order, limit: 100).results
            #expect(once.results.filter { $0.archive == place }.map(\.article) == own)
        }
        #expect(try await allPages(set, "ferry", order, limit: limit) == headlines(once))
    }

    @Test func everyResultSaysWhichArchiveItIsFrom() async throws {
        let (set, _) = try await setAndWhole()
        for result in try await set.search("ferry", order: .newest, limit: 100).results {
            let article = try #require(try await set.archives[result.archive].article(result.article.id))
            #expect(article.headline == result.article.headline.text)
        }
    }

    @Test func countsAreThoseOfAllArchivesTogether() async throws {
        let (set, whole) = try await setAndWhole()
        let found = try await set.search("ferry", limit: 3, countsAll: true)
        #expect(found.total == 40)
        #expect(found.results.count == 3)
        #expect(try await set.search("ferry", limit: 3).total == nil)
        for unit in HistogramUnit.allCases {
            #expect(
                try await set.histogram(of: Query("ferry"), by: unit)
                    == whole.histogram(of: Query("ferry"), by: unit))
            #expect(try await set.histogram(by: unit) == whole.histogram(by: unit))
        }
    }

    @Test func aSourceCountsWhereverItIs() async throws {
        let set = ArchiveSet([
            try await archive(0..<3, source: "gazette"), try await archive(3..<10),
            try await archive(10..<15, source: "gazette"),
            try await archive(15..<23, source: "courier"),
        ])
        let expected = [
            SourceCount(source: "courier", count: 8), SourceCount(source: "gazette", count: 8),
            SourceCount(source: nil, count: 7),
        ]
        #expect(try await set.sources() == expected)
        #expect(try await set.sources(of: Query("ferry")) == expected)
        #expect(try await set.search("source:courier", countsAll: true).total == 8)
    }

    @Test func anArticleThatTwoArchivesHaveIsFoundTwice() async throws {
        let set = ArchiveSet([try await archive(0..<3), try await archive(0..<3)])
        for order in SearchOrder.allCases {
            let pages = try await allPages(set, "ferry", order, limit: 1)
            #expect(pages.count == 6)
            #expect(pages[0] == pages[1])
        }
        #expect(try await set.search("ferry", order: .newest).results.map(\.archive) == [0, 1, 0, 1, 0, 1])
    }

    @Test func aPageGoesOnBehindTheOneBeforeThoughArticlesCameMeanwhile() async throws {
        let set = ArchiveSet([try await archive([1, 3, 5]), try await archive([2, 4])])
        let first = try await set.search("ferry", order: .newest, limit: 2)
        #expect(headlines(first) == ["Headline number 5", "Headline number 4"])
        _ = try await set.archives[1].importDump(Listing.dump(record(17), name: "more"))
        let second = try await set.search("ferry", order: .newest, limit: 10, after: first.next)
        #expect(headlines(second) == ["Headline number 3", "Headline number 2", "Headline number 1"])
    }

    @Test func aSetOfOneArchiveIsThatArchive() async throws {
        let archive = try await archive(0..<9)
        for order in SearchOrder.allCases {
            let one = try await ArchiveSet([archive]).search("ferry", order: order, limit: 4, countsAll: true)
            let same = try await archive.search("ferry", order: order, limit: 4, countsAll: true)
            #expect(one.results.map(\.article) == same.results)
            #expect(one.total == same.total)
            #expect(one.query == same.query)
            #expect(one.next?.description == same.next?.description)
        }
    }

    @Test func withoutArchivesNothingIsFound() async throws {
        let set = ArchiveSet([])
        let found = try await set.search("ferry", countsAll: true)
        #expect(found.results.isEmpty)
        #expect(found.total == 0)
        #expect(!found.isEmptyQuery)
        #expect(try await set.histogram(by: .day).isEmpty)
        #expect(try await set.sources().isEmpty)
        #expect(try await set.suggestions(for: Query("ferrry")).isEmpty)
    }

    @Test func aQueryWithoutAWordSaysSo() async throws {
        let (set, _) = try await setAndWhole()
        for found in [try await set.search("***"), try await set.search(Query("***"))] {
            #expect(found.isEmptyQuery)
            #expect(found.results.isEmpty)
        }
    }

    @Test func nothingAskedForIsNothingFound() async throws {
        let (set, _) = try await setAndWhole()
        let found = try await set.search("ferry", limit: 0)
        #expect(found.results.isEmpty)
        #expect(found.next == nil)
    }

    @Test func anErrorOfOneArchiveIsTheErrorOfAll() async throws {
        let (set, _) = try await setAndWhole()
        await set.archives[2].close()
        await #expect(throws: ArchiveError.closed) { try await set.search("ferry") }
        await #expect(throws: ArchiveError.closed) { try await set.histogram(by: .day) }
        await #expect(throws: ArchiveError.closed) { try await set.suggestions(for: Query("ferrry")) }
    }

    @Test func theTimeIsThatOfEachArchive() async throws {
        let (set, _) = try await setAndWhole()
        await #expect(throws: ArchiveError.timedOut(seconds: 0)) {
            try await set.search("ferry", timeout: .zero)
        }
    }

    @Test func aCursorOfOtherArchivesIsRefused() async throws {
        let (set, _) = try await setAndWhole()
        let next = try await ArchiveSet([set.archives[0]]).search("ferry", order: .newest, limit: 2).next
        await #expect(throws: ArchiveError.cursorOfOtherArchives(found: 1, expected: 3)) {
            try await set.search("ferry", order: .newest, after: next)
        }
    }

    @Test func aWordThatOneArchiveHasIsNotCorrected() async throws {
        func archive(_ text: String) async throws -> Archive {
            let archive = try Archive.inMemory()
            _ = try await archive.importDump(Listing.dump("01.02.2025, 10:00\nA headline\n\(text)\n"))
            return archive
        }
        let set = ArchiveSet([
            try await archive("ferry berry"), try await archive("ferries berry"),
            try await archive("nothing near"),
        ])
        let query = Query("ferri nothink")
        #expect(
            try await set.suggestions(for: query) == [
                Suggestion(
                    word: "ferri",
                    nearest: [
                        WordCount(word: "ferry", articles: 1), WordCount(word: "ferries", articles: 1),
                        WordCount(word: "berry", articles: 2),
                    ]),
                Suggestion(word: "nothink", nearest: [WordCount(word: "nothing", articles: 1)]),
            ])
        let more = ArchiveSet(set.archives + [try await archive("ferri")])
        #expect(try await more.suggestions(for: query).map(\.word) == ["nothink"])
    }
}
