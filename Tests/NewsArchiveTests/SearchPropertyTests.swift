import Glibc
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// Search, against looking at every article.
@Suite struct SearchPropertyTests {
    private static let times = LongTests.areWanted ? 10 : 1

    @Test(arguments: [(1, 60, 3000), (2, 60, 3000), (3, 60, 3000), (4, 160, 1000)])
    func aSearchFindsWhatLookingAtEachArticleFinds(seed: UInt64, stories: Int, count: Int) async throws {
        var invented = RandomArchive(seed: seed)
        let check = try await SearchCheck(invented.archive(stories: stories))
        var queries = RandomQueries(seed: seed + 100)
        for _ in 0..<count * Self.times {
            let query = queries.query()
            // One failure says enough.
            guard try await check.holds(query, &queries) else { return }
        }
    }

    @Test func pagesByTheOldestGoOnToWhatIsUndated() async throws {
        var invented = RandomArchive(seed: 1)
        let archive = try await invented.archive(stories: 20)
        let whole = try await archive.ids("-nothing", .oldest)
        let first = try await archive.search("-nothing", order: .oldest, limit: 4)
        let second = try await archive.search("-nothing", order: .oldest, limit: 100, after: first.next)
        #expect(first.results.map(\.id) + second.results.map(\.id) == whole)
    }

    /// Else the first test might test less than it seems to.
    @Test func theInventedArchivesHaveAllThatIsToBeTested() async throws {
        var invented = RandomArchive(seed: 1)
        let archive = try await invented.archive(stories: 60)
        let articles = try await archive.plainArticles()
        #expect(articles.count > 40)
        #expect(articles.count { $0.time == nil } > 3)
        #expect(articles.contains { $0.local?.precision == .month })
        #expect(articles.contains { $0.texts[1].count == 0 })
        #expect(Set(articles.compactMap(\.time)).count < articles.count / 2)
        #expect(articles.contains { $0.sources.count > 1 })
        let numbers = try await archive.read { connection in
            (
                revisions: try connection.integer("SELECT count(*) FROM revision"),
                moved: try connection.integer("SELECT count(*) FROM former_id"),
                segments: try connection.integer("SELECT count(DISTINCT segid) FROM article_search_idx")
            )
        }
        #expect(numbers.revisions ?? 0 > 10)
        #expect(numbers.moved ?? 0 > 1)
        #expect(numbers.segments ?? 0 > 1)
        #expect(try await archive.problems().isEmpty)
    }

    @Test func theRandomQueriesAreOfAllKinds() {
        var random = RandomQueries(seed: 1)
        let queries = (0..<500).map { _ in random.query() }
        let plain = queries.compactMap { PlainQuery($0) }
        #expect(queries.count { SearchCheck.canBeTyped($0) } > 150)
        #expect(plain.count < queries.count)
    }
}

/// An archive, and its articles as the plain search reads them.
private struct SearchCheck {
    let archive: Archive
    let articles: [PlainArticle]

    init(_ archive: Archive) async throws {
        self.archive = archive
        articles = try await archive.plainArticles()
    }

    /// Whether a query finds what it says, in order, in pages and in counts.
    func holds(_ query: Query, _ random: inout RandomQueries) async throws -> Bool {
        let order = SearchOrder.allCases[random.number(0..<SearchOrder.allCases.count)]
        let plain = PlainQuery(query)
        let expected = plain.map { plain in articles.filter(plain.matches) } ?? []
        let answer = try await search(query, order, limit: 1000)
        var failures: [String] = []
        if answer.isEmptyQuery != (plain == nil) { failures.append("whether it says anything") }
        if answer.total != Int64(expected.count) { failures.append("the count") }
        failures += try await failuresOfList(answer.results, expected, query, order, &random)
        if random.number(0..<5) == 0 {
            if try await months(query) != months(expected) { failures.append("the histogram") }
        }
        #expect(failures.isEmpty, "\(query), \(order): \(failures); expected \(expected.map(\.id))")
        return failures.isEmpty
    }

    private func failuresOfList(
        _ results: [SearchResult], _ expected: [PlainArticle], _ query: Query, _ order: SearchOrder,
        _ random: inout RandomQueries
    ) async throws -> [String] {
        let found = results.map(\.id)
        var failures: [String] = []
        if Set(found) != Set(expected.map(\.id)) || found.count != expected.count {
            failures.append("what is found")
        }
        if !isInOrder(results, order, expected) { failures.append("the order") }
        if random.number(0..<8) == 0 {
            let limit = random.number(1..<max(2, expected.count))
            if try await pages(query, order, limit: limit) != found { failures.append("pages of \(limit)") }
        }
        return failures
    }

    // As it would be typed, where its description can be read as the same.
    private func search(_ query: Query, _ order: SearchOrder, limit: Int) async throws -> SearchResults {
        if Self.canBeTyped(query) {
            try await archive.search(query.description, order: order, limit: limit, countsAll: true)
        } else {
            try await archive.search(query, order: order, limit: limit, countsAll: true)
        }
    }

    static func canBeTyped(_ query: Query) -> Bool {
        query.meaningful != nil && Query(query.description).meaningful == query.meaningful
    }

    private func isInOrder(_ results: [SearchResult], _ order: SearchOrder, _ expected: [PlainArticle])
        -> Bool
    {
        let isRanked = results.contains { $0.score != nil }
        let sorted =
            switch order {
            case .relevance where isRanked:
                results.sorted { ($0.score ?? 0, $0.id) > ($1.score ?? 0, $1.id) }.map(\.id)
            case .recentRelevance where isRanked:
                results.sorted { (recentRank($0), $0.id) > (recentRank($1), $1.id) }.map(\.id)
            case .relevance, .recentRelevance, .newest: expected.sorted(by: isNewer).map(\.id)
            case .oldest: expected.sorted(by: isOlder).map(\.id)
            case .views: expected.sorted { ($0.views ?? -1, $0.id) > ($1.views ?? -1, $1.id) }.map(\.id)
            }
        return results.map(\.id) == sorted
    }

    // The logarithm of the score, halved for every year of age, whatever day the age is taken from.
    private func recentRank(_ result: SearchResult) -> Double {
        log2(result.score ?? 0) + Double(max(result.id, .firstDated).minute) / (365 * 1440)
    }

    private func isNewer(_ one: PlainArticle, _ other: PlainArticle) -> Bool {
        (one.time ?? .min, one.id) > (other.time ?? .min, other.id)
    }

    private func isOlder(_ one: PlainArticle, _ other: PlainArticle) -> Bool {
        (one.time ?? .max, one.id) < (other.time ?? .max, other.id)
    }

    private func pages(_ query: Query, _ order: SearchOrder, limit: Int) async throws -> [ArticleID] {
        var pages: [ArticleID] = []
        var cursor: SearchCursor?
        repeat {
            let page = try await archive.search(query, order: order, limit: limit, after: cursor)
            pages += page.results.map(\.id)
            cursor = page.next
        } while cursor != nil && pages.count <= articles.count
        return pages
    }

    private func months(_ query: Query) async throws -> [String: Int64] {
        let bars = try await archive.histogram(of: query, by: .month)
        return Dictionary(uniqueKeysWithValues: bars.map { ("\($0.start)", $0.count) })
    }

    private func months(_ found: [PlainArticle]) -> [String: Int64] {
        let months = found.compactMap(\.local).compactMap { LocalTime(year: $0.year, month: $0.month) }
        return Dictionary(grouping: months, by: \.description).mapValues { Int64($0.count) }
    }
}
