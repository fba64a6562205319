import Testing

@testable import NewsArchive

@Suite struct ArchiveSearchTests {
    private func archive(_ text: String) async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(text))
        return archive
    }

    @Test func wordsMustAllOccurInHeadlineOrText() async throws {
        let archive = try await archive(
            "01.02.2025, 10:00 1\nFerry opens\nBoats leave\n01.02.2025, 11:00 1\nFerry closes\nNo boats\n")
        #expect(try await archive.ids("ferry boats").count == 2)
        #expect(try await archive.ids("ferry leave").count == 1)
        #expect(try await archive.ids("\"no boats\"").count == 1)
        #expect(try await archive.ids("\"boats no\"").isEmpty)
        #expect(try await archive.ids("clos*").count == 1)
    }

    @Test func accentsAndCaseDoNotMatter() async throws {
        let archive = try await archive("01.02.2025, 10:00 1\nTÜRKİYE opens\nPéter Szijjártó came\n")
        #expect(try await archive.ids("szijjarto").count == 1)
        #expect(try await archive.ids("PETER").count == 1)
    }

    @Test func aHeadlineWeighsMoreThanAText() async throws {
        let archive = try await archive(
            "01.02.2025, 10:00 1\nOther news\nThe bridge\n01.02.2025, 09:00 1\nThe bridge\nOther words\n")
        let first = try #require(try await archive.search("bridge").results.first)
        #expect(first.headline.text == "The bridge")
        #expect(first.headline.highlights == [4..<10])
    }

    @Test func ordersAreByTimeOrViews() async throws {
        let archive = try await archive(
            "02.02.2025, 10:00 5\nFerry two\n01.02.2025, 10:00 9\nFerry one\n03.02.2025, 10:00\nFerry three\n"
        )
        func headlines(_ order: SearchOrder) async throws -> [String] {
            try await archive.search("ferry", order: order).results.map(\.headline.text)
        }
        #expect(try await headlines(.newest) == ["Ferry three", "Ferry two", "Ferry one"])
        #expect(try await headlines(.oldest) == ["Ferry one", "Ferry two", "Ferry three"])
        #expect(try await headlines(.views) == ["Ferry one", "Ferry two", "Ferry three"])
    }

    @Test(arguments: SearchOrder.allCases)
    func aLimitGivesTheBeginningOfTheWhole(order: SearchOrder) async throws {
        let archive = try await archive(Listing.records(30))
        let whole = try await archive.ids("ferry", order)
        #expect(whole.count == 30)
        for limit in [0, 1, 7, 30] {
            #expect(try await archive.ids("ferry", order, limit: limit) == Array(whole.prefix(limit)))
        }
    }

    @Test func aMinuteOfFiveThousandArticlesStaysInOrder() async throws {
        let archive = try Archive.inMemory()
        let crowd = (0..<5000).map { "01.02.2025, 10:00\nFerry \($0) of the crowd\n" }.joined()
        let around = "01.02.2025, 10:02\nFerry after\n01.02.2025, 09:59\nFerry before\n"
        _ = try await archive.importDump(Listing.dump(crowd + around))
        let newest = try await archive.search("ferry", order: .newest, limit: 3).results
        #expect(newest.first?.headline.text == "Ferry after")
        let oldest = try await archive.search("ferry", order: .oldest, limit: 6000).results
        #expect(oldest.count == 5002)
        #expect(oldest.first?.headline.text == "Ferry before")
        #expect(oldest.last?.headline.text == "Ferry after")
        let seconds = oldest.compactMap { $0.published?.secondsSince1970 }
        #expect(seconds == seconds.sorted())
    }

    @Test(arguments: [
        "\"", "a\"b", "*", "NEAR(", "AND OR NOT", "headline:x", "(", "^a", "-", "{a b}:c", "a AND", "\0",
        "''", "x:y:z",
        "ferry\" OR \"1", "\u{FEFF}", "a\u{0}b*", "NEAR(a b, 5)", "+ + +", "column : term", "\\", "%s%n",
    ])
    func noInputIsAnError(typed: String) async throws {
        let archive = try await archive(Listing.records(2))
        await #expect(throws: Never.self) { try await archive.search(typed) }
    }

    @Test func noRandomInputIsAnError() async throws {
        let archive = try await archive(Listing.records(2))
        let pieces = [
            "\"", "*", "(", ")", "ferry", "AND", "OR", "NOT", " ", " ", "-", ":", "^", "+", "\0", "é", "東",
            "NEAR", "{",
            "}", "'", "~5", "\"~9", "headline:", "body:", "since:", "until:2025", "on:1.1.2024", "views:>",
            "views:1..",
            "source:", "2025", "\u{301}", "\u{200D}", "\u{FE0F}", "“", "”", ",", ";", "\\", "%", "\n",
            "\u{FFFD}",
        ]
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1000 {
            let typed = (0..<Int.random(in: 1...14, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let order = SearchOrder.allCases.randomElement(using: &random) ?? .newest
            await #expect(throws: Never.self, "\(typed.debugDescription)") {
                _ = try await archive.search(typed, order: order, countsAll: true)
                _ = try await archive.histogram(of: Query(typed), by: .day)
                _ = try await archive.explain(Query(typed))
            }
        }
    }

    @Test func tenThousandWordsAreNoErrorEither() async throws {
        let archive = try await archive(Listing.records(2))
        let typed = (0..<10_000).map { "word\($0)" }.joined(separator: " ")
        await #expect(throws: Never.self) { try await archive.search(typed) }
    }

    @Test func aTextWithANULIsShownWholeAndMarked() async throws {
        let archive = try await archive("01.02.2025, 10:00 1\nBefore\0after the ferry\nA\0ferry\n")
        let found = try await archive.search("ferry").results
        #expect(found.map(\.headline.text) == ["Before\0after the ferry"])
        #expect(found.map(\.headline.highlights) == [[17..<22]])
        #expect(found.map(\.snippet.text) == ["A\0ferry"])
        #expect(found.map(\.snippet.highlights) == [[2..<7]])
    }

    @Test(arguments: ["ferry (boats OR views:>1000)", "boats OR ferry OR views:>1000", "ferry boats"])
    func everyTextThatIsNotDeniedIsMarked(typed: String) async throws {
        let archive = try await archive("01.02.2025, 10:00 5000\nOf ferries\nThe ferry; no boats\n")
        let found = try #require(try await archive.search(typed + " -toll").results.first)
        #expect(found.snippet.highlights == [4..<9, 14..<19])
        #expect(found.headline.highlights.isEmpty)
    }

    @Test func aSnippetIsARangeOfTheBody() async throws {
        let before = Listing.text(about: "road")
        let archive = try await archive(
            "01.02.2025, 10:00 1\nNews\n\(before)\nHere the ferry leaves\n\(before)\n")
        let found = try #require(try await archive.search("ferry").results.first)
        let body = try #require(try await archive.article(found.id)).body.utf8
        #expect(found.snippet.text.hasPrefix("Here the ferry leaves\n"))
        #expect(Array(found.snippet.text.utf8) == Array(body[found.snippet.range]))
        #expect(!found.snippet.isAtStart && !found.snippet.isAtEnd)
    }

    @Test func onlyAnOrderByRelevanceHasScores() async throws {
        let archive = try await archive(Listing.records(3))
        let scores = try await archive.search("ferry word1").results.map(\.score)
        #expect(scores.count == 1 && scores.allSatisfy { $0 ?? 0 > 0 })
        #expect(try await archive.search("ferry OR views:>1").results.map(\.score) == [nil, nil, nil])
        #expect(try await archive.search("ferry", order: .newest).results.map(\.score) == [nil, nil, nil])
    }
}
