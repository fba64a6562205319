import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct FormFinderTests {
    private static let roots = [
        "elect", "happ", "feas", "sens", "mobil", "stabil", "run", "dat", "univers", "nation", "relat",
        "conflat",
        "hop", "hopp", "ab", "di", "us", "news", "ferr", "agenc", "bl", "ai",
    ]
    private static let endings = [
        "", "s", "e", "es", "ed", "ing", "y", "ies", "ied", "ion", "ions", "al", "ally", "ible", "ibility",
        "ibly", "able",
        "ability", "ational", "ation", "ator", "ness", "iness", "ization", "ize", "ity", "ities", "ive",
        "iveness", "ning",
    ]

    /// Runs `work` on an archive in memory whose index has all roots with all endings.
    private func withWords(_ work: @escaping @Sendable (Connection, [String]) throws -> Void) async throws {
        let words = Set(Self.roots.flatMap { root in Self.endings.map { root + $0 } }).sorted()
        try await Archive.inMemory().pool.writer.run { connection in
            var statement = try Statement(
                connection, "INSERT INTO article_search (rowid, headline, body) VALUES (1, '', ?1)")
            try statement.bind(1, words.joined(separator: " "))
            try statement.run()
            try work(connection, words)
        }
    }

    @Test func formsAreAllWordsOfTheSameStem() async throws {
        try await withWords { connection, words in
            let stemmer = try Stemmer(connection)
            let finder = FormFinder(connection)
            let stems = words.map { stemmer.stem(of: $0) }
            for (word, stem) in zip(words, stems) {
                let expected = zip(words, stems).filter { stem != nil && $1 == stem || $0 == word }.map(\.0)
                // All occur once, and come in the order of their letters.
                let forms = try finder.forms(of: word)
                #expect(forms == expected.map { WordCount(word: $0, articles: 1) })
            }
        }
    }

    @Test(arguments: ["паром", "covid19", "us", "x", "北京", "zeppelin", ""])
    func aWordWithoutOtherFormsIsItsOwn(word: String) async throws {
        try await withWords { connection, words in
            let count: Int64 = words.contains(word) ? 1 : 0
            let forms = try FormFinder(connection).forms(of: word)
            #expect(forms == [WordCount(word: word, articles: count)])
        }
    }

    @Test func wordsAreRememberedInTheOrderOfAsking() async throws {
        try await withWords { connection, _ in
            let finder = FormFinder(connection)
            for word in ["running", "election", "running"] { _ = try finder.forms(of: word) }
            #expect(finder.found.map(\.word) == ["running", "election"])
        }
    }
}
