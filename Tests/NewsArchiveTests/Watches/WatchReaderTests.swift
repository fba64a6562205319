import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct WatchReaderTests {
    private func archive() async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        return archive
    }

    private func add(_ text: String, _ name: String, to archive: Archive) async throws {
        _ = try await archive.importDump(Listing.dump(text, name: name))
    }

    private func headlines(_ news: WatchNews) -> [String] { news.articles.map(\.headline.text) }

    private let two = """
         date 2025-10-02
        02.10.2025, 09:00 5
        The ferry is back
        It sails again.
        01.10.2025, 08:00 5
        The ferry is late
        It is late.

        """

    @Test func whatTheArchiveHasAlreadyIsNotTold() async throws {
        let archive = try await archive()
        let watch = try await archive.addWatch("harbour", query: "ferry")
        #expect(watch.name == "harbour" && watch.query == "ferry" && watch.told == 0)
        let news = try await archive.news(of: "harbour")
        #expect(news.articles.isEmpty && news.isComplete)
    }

    @Test func whatIsAddedIsToldOldestFirstAndOnce() async throws {
        let archive = try await archive()
        try await archive.addWatch("harbour", query: "headline:ferry")
        try await add(two + "01.10.2025, 08:30 5\nA pier is built\nNo ferry.\n", "two", to: archive)
        let news = try await archive.news(of: "harbour")
        #expect(headlines(news) == ["The ferry is late", "The ferry is back"])
        #expect(news.articles[0].headline.highlights == [4..<9])
        // Nothing is told by asking.
        #expect(try await archive.news(of: "harbour").articles == news.articles)
        try await archive.acknowledge(news)
        #expect(try await archive.news(of: "harbour").articles.isEmpty)
        #expect(try await archive.watches().map(\.told) == [2])
    }

    @Test func anotherSightingIsNoNewsAndARewordingIsNewsOnce() async throws {
        let archive = try await archive()
        try await archive.addWatch("harbour", query: "ferry late")
        let record = "01.10.2025, 08:00 5\nThe ferry is late\n"
        try await add(" date 2025-10-01\n\(record)It is late.\n", "one", to: archive)
        try await archive.acknowledge(archive.news(of: "harbour"))
        try await add(" date 2025-10-02\n\(record)It is late.\n", "two", to: archive)
        #expect(try await archive.news(of: "harbour").articles.isEmpty)
        try await add(" date 2025-10-03\n\(record)It is very late.\n", "three", to: archive)
        #expect(try await archive.news(of: "harbour").articles.isEmpty)
        // A watch that has not told of it does.
        try await archive.addWatch("other", query: "ferry late")
        try await add(" date 2025-10-04\n\(record)It is very, very late.\n", "four", to: archive)
        #expect(try await archive.news(of: "other").articles.count == 1)
    }

    @Test func anArticleThatComesToMatchByARewordingIsTold() async throws {
        let archive = try await archive()
        let record = "01.10.2025, 08:00 5\nThe pier is closed\n"
        try await add(" date 2025-10-01\n\(record)For repairs.\n", "one", to: archive)
        try await archive.addWatch("collapse", query: "collapsed")
        try await add(" date 2025-10-02\n\(record)It collapsed.\n", "two", to: archive)
        #expect(try await headlines(archive.news(of: "collapse")) == ["The pier is closed"])
    }

    @Test func aWatchMayTellWhatTheArchiveHasPageByPage() async throws {
        let archive = try await archive()
        try await archive.addWatch("all", query: "ferry", tellsAll: true)
        var told: [ArticleID] = []
        for expected in [2, 1] {
            let news = try await archive.news(of: "all", limit: 2)
            #expect(news.articles.count == expected)
            #expect(news.isComplete == (expected == 1))
            told += news.articles.map(\.id)
            try await archive.acknowledge(news)
        }
        #expect(try await told == archive.articleIDs())
        #expect(try await archive.news(of: "all").articles.isEmpty)
        #expect(try await archive.news(of: "all", limit: 0).isComplete)
    }

    @Test func conditionsAloneAreAQueryAndViewsAreNoNews() async throws {
        let archive = try await archive()
        try await archive.addWatch("read", query: "views:>1000")
        let record = "\nThe ferry is late\nIt is late.\n"
        try await add(" date 2025-10-01\n01.10.2025, 08:00 5\(record)", "one", to: archive)
        try await archive.acknowledge(archive.news(of: "read"))
        try await add(" date 2025-10-02\n01.10.2025, 08:00 5000\(record)", "two", to: archive)
        #expect(try await archive.news(of: "read").articles.isEmpty)
        try await add(" date 2025-10-03\n03.10.2025, 08:00 5000\nA pier\nIt is new.\n", "three", to: archive)
        #expect(try await headlines(archive.news(of: "read")) == ["A pier"])
    }

    @Test func aTimeWithoutChangesAskedForIsNoNews() async throws {
        let archive = try await archive()
        try await archive.addWatch("old", query: "ferry until:2000")
        try await add(two, "two", to: archive)
        #expect(try await archive.news(of: "old").articles.isEmpty)
    }

    @Test func newsThatAreAcknowledgedTwiceOrTooLateDoNoHarm() async throws {
        let archive = try await archive()
        try await archive.addWatch("harbour", query: "ferry")
        try await add(two, "two", to: archive)
        let news = try await archive.news(of: "harbour")
        try await archive.acknowledge(news)
        try await archive.acknowledge(news)
        #expect(try await archive.watches().map(\.told) == [2])
        try await archive.addWatch("harbour", query: "ferry", tellsAll: true, replacing: true)
        try await archive.acknowledge(news)
        #expect(try await archive.news(of: "harbour").articles.count == 5)
        try await archive.removeWatch("harbour")
        try await archive.acknowledge(news)
        #expect(try await archive.watches().isEmpty)
    }

    @Test func newsOfArticlesThatHaveGoneCanBeAcknowledged() async throws {
        let archive = try await archive()
        try await archive.addWatch("harbour", query: "ferry")
        try await add(two, "two", to: archive)
        let news = try await archive.news(of: "harbour")
        _ = try await archive.undoImport(of: 2)
        try await archive.acknowledge(news)
        #expect(try await archive.watches().map(\.told) == [0])
        #expect(try await archive.problems().isEmpty)
    }

    @Test func whatIsImportedBetweenTheNewsAndTheirAcknowledgementIsToldNext() async throws {
        let archive = try await archive()
        try await archive.addWatch("harbour", query: "ferry")
        try await add("01.10.2025, 08:00 5\nThe ferry is late\nIt is late.\n", "one", to: archive)
        let news = try await archive.news(of: "harbour")
        try await add("01.09.2025, 08:00 5\nThe ferry was early\nOnce.\n", "two", to: archive)
        try await archive.acknowledge(news)
        #expect(try await headlines(archive.news(of: "harbour")) == ["The ferry was early"])
    }
}
