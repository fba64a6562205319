import Testing

@testable import NewsArchive

/// Relevance, against the formula of FTS5's documentation.
@Suite struct SearchScoreTests {
    private static let queriesPerArchive = LongTests.areWanted ? 10_000 : 300

    @Test(arguments: [1, 2, 3, 4], [false, true])
    func aScoreIsTheFormula(seed: UInt64, denies: Bool) async throws {
        var invented = RandomArchive(seed: seed)
        let check = try await ScoreCheck(invented.archive(stories: 64))
        var queries = RandomQueries(seed: seed + 200)
        for _ in 0..<Self.queriesPerArchive {
            let query = queries.texts(denies: denies)
            // One failure says enough.
            try #require(try await check.holds(query), "\(query)")
        }
    }

    @Test func aNearOfOneColumnThatNeedNotMatchIsNoError() async throws {
        let check = try await check("One\nx x x x x lake boat\n", "Lake ferry\nboat\n")
        try #expect(await check.holds(Query("body:\"lake boat\"~3 OR ferry")))
        try #expect(await check.holds(Query("ferry -body:\"lake boat\"~3")))
    }

    @Test func aNearOfOneColumnThatDoesNotMatchDoesNotCount() async throws {
        let check = try await check("Boat\nlake ferry\n")
        try #expect(await check.holds(Query("body:\"lake boat\"~3 OR ferry")))
    }

    @Test func whatIsDeniedDoesNotCount() async throws {
        let check = try await check("One\nboat ferry\n", "Two\nboat\n")
        try #expect(await check.holds(Query("ferry OR (toll -boat)")))
    }

    @Test func whatIsSortedByIsTheScore() async throws {
        let check = try await check(
            "Lake boat\nferry\n", "Two\n", "Lake boat three\n", "Lake\nferry lake boat\n", "Lake four\nboat\n"
        )
        try #expect(await check.holds(Query("(lake* OR ferry) body:boat -toll")))
    }

    // The articles given, in the order of their ids, and some that make the words of those rare.
    private func check(_ records: String...) async throws -> ScoreCheck {
        let archive = try Archive.inMemory()
        let others = (1...6).map { "Other \($0)\nwords\n" }
        let dump = (records + others).enumerated().map { "01.02.2025, 10:\($0 + 10)\n\($1)" }.joined()
        _ = try await archive.importDump(Listing.dump(dump))
        return try await ScoreCheck(archive)
    }
}

/// An archive, and its articles as the formula reads them.
private struct ScoreCheck {
    let archive: Archive
    let articles: [PlainArticle]
    let scores: PlainScore

    init(_ archive: Archive) async throws {
        self.archive = archive
        articles = try await archive.plainArticles()
        scores = PlainScore(articles)
    }

    /// Whether a query finds what it says, best first, with the scores of the formula.
    func holds(_ query: Query) async throws -> Bool {
        guard let plain = PlainQuery(query) else { return true }
        let results = try await archive.search(query, limit: 1000).results
        let found = articles.filter(plain.matches)
        let expected = Dictionary(uniqueKeysWithValues: zip(found.map(\.id), scores.scores(plain, found)))
        let isRight = results.allSatisfy { result in
            let score = expected[result.id] ?? .infinity
            return abs((result.score ?? 0) - score) <= score * 1e-9
        }
        let isSorted = results == results.sorted { ($0.score ?? 0, $0.id) > ($1.score ?? 0, $1.id) }
        return isRight && isSorted && results.count == found.count
    }
}
