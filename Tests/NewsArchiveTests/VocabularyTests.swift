import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// Our reading of the index against FTS5's own table of its terms.
@Suite struct VocabularyTests {
    private struct Entry: Equatable {
        let word: String
        let count: Int64
    }

    /// The index of an archive in memory, which holds documents of its own.
    private func withIndex<Result: Sendable>(
        _ work: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        let archive = try Archive.inMemory()
        return try await archive.pool.writer.run { connection in
            try connection.execute(
                "CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, article_search, row)")
            return try work(connection)
        }
    }

    private static func change(_ connection: Connection, _ verb: String?, _ id: Int, _ text: String) throws {
        let command = verb == nil ? "" : "article_search, "
        let value = verb.map { "'\($0)', " } ?? ""
        var statement = try Statement(
            connection,
            "INSERT INTO article_search (\(command)rowid, headline, body) VALUES (\(value)?1, '', ?2)")
        try statement.bind(1, id)
        try statement.bind(2, text)
        try statement.run()
    }

    private static func expected(_ connection: Connection) throws -> [Entry] {
        var statement = try Statement(connection, "SELECT term, doc FROM temp.term ORDER BY term")
        return try statement.all { Entry(word: try $0.text(0), count: try $0.integer(1)) }
    }

    private static func words(_ connection: Connection, from first: String = "") throws -> [String] {
        var words: [String] = []
        let isKnown = try Vocabulary(connection).each(from: first) { word in
            words.append(String(decoding: word, as: UTF8.self))
            return true
        }
        #expect(isKnown)
        return words
    }

    private static func randomText(_ random: inout SeededGenerator) -> String {
        let syllables = ["fer", "ry", "to", "ll", "ö", "ж", "北京", "9"]
        return (0..<Int.random(in: 1...12, using: &random)).map { _ in
            (0..<Int.random(in: 1...4, using: &random))
                .map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
        }.joined(separator: " ")
    }

    // Small pages and no merging: many segments, and doclists that go on over pages.
    private static func fill(_ connection: Connection, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var texts: [Int: String] = [:]
        for option in ["'pgsz', 64", "'automerge', 0", "'crisismerge', 1000"] {
            try connection.execute("INSERT INTO article_search (article_search, rank) VALUES (\(option))")
        }
        for round in 0..<8 {
            try connection.execute("BEGIN")
            for id in texts.keys.sorted() where Int.random(in: 0..<3, using: &random) == 0 {
                try change(connection, "delete", id, texts[id] ?? "")
                texts[id] = nil
            }
            for id in round * 40..<round * 40 + 40 {
                texts[id] = randomText(&random)
                try change(connection, nil, id, texts[id] ?? "")
            }
            try connection.execute("COMMIT")
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func itHasTheWordsAndCountsThatFTS5Has(seed: UInt64) async throws {
        try await withIndex { connection in
            try Self.fill(connection, seed: seed)
            let expected = try Self.expected(connection)
            let vocabulary = Vocabulary(connection)
            let words = try Self.words(connection)
            #expect(words == expected.map(\.word))
            #expect(try words.map { try vocabulary.count(of: $0) } == expected.map(\.count))
            #expect(expected.count > 200)
        }
    }

    @Test func itBeginsWhereItIsToldTo() async throws {
        try await withIndex { connection in
            try Self.fill(connection, seed: 6)
            let all = try Self.expected(connection).map(\.word)
            for first in ["fer", "ferry", "g", "ry", "ж", "zzz", "\u{10FFFF}"] {
                let behind = all.filter { !$0.utf8.lexicographicallyPrecedes(first.utf8) }
                #expect(try Self.words(connection, from: first) == behind)
            }
        }
    }

    @Test func aWordThatOnlyDeletedArticlesHadIsNotInIt() async throws {
        try await withIndex { connection in
            try connection.execute(
                "INSERT INTO article_search (article_search, rank) VALUES ('automerge', 0)")
            try Self.change(connection, nil, 1, "ferry toll")
            try Self.change(connection, nil, 2, "ferry")
            try Self.change(connection, "delete", 1, "ferry toll")
            #expect(try Self.words(connection) == ["ferry"])
            #expect(try Vocabulary(connection).count(of: "toll") == 0)
            #expect(try Vocabulary(connection).count(of: "ferry") == 1)
        }
    }

    @Test func itEndsWhenItIsToldTo() async throws {
        try await withIndex { connection in
            try Self.change(connection, nil, 1, "a b c")
            var count = 0
            try Vocabulary(connection).each { _ in
                count += 1
                return count < 2
            }
            #expect(count == 2)
            let stop = StopFlag()
            stop.set()
            let error = #expect(throws: SQLiteError.self) {
                try Vocabulary(connection, stop: stop).each { _ in true }
            }
            #expect(error?.code == ResultCode.interrupt)
        }
    }

    @Test func countsAreExactUpToTheirLimit() async throws {
        try await withIndex { connection in
            for id in 1...50 { try Self.change(connection, nil, id, "ferry") }
            let vocabulary = Vocabulary(connection)
            #expect(try vocabulary.count(of: "ferry", upTo: 50) == 50)
            #expect(try vocabulary.count(of: "ferry", upTo: 49) ?? 0 > 49)
            #expect(try vocabulary.count(of: "ferr") == 0)
            #expect(try vocabulary.count(of: "") == 0)
            #expect(try vocabulary.count(of: String(repeating: "x", count: 5000)) == 0)
            #expect(try vocabulary.documents() == 50)
        }
    }

    @Test func anIndexInAnotherFormatHasNone() throws {
        let connection = try Connection(.memory)
        #expect(try Vocabulary(connection).documents() == nil)
        // What FTS5 writes when it is told to delete securely.
        try connection.execute(
            """
            CREATE TABLE article_search_config (k, v);
            INSERT INTO article_search_config VALUES ('version', 5);
            CREATE TABLE article_search_data (id INTEGER PRIMARY KEY, block);
            CREATE TABLE article_search_idx (segid, term, pgno);
            CREATE TABLE article_search_docsize (id INTEGER PRIMARY KEY, sz);
            CREATE TABLE document_sizes (first_id INTEGER PRIMARY KEY, sizes);
            """)
        #expect(try !Vocabulary(connection).each { _ in true })
        #expect(try Vocabulary(connection).count(of: "ferry") == nil)
        #expect(try Vocabulary(connection).documents() == nil)
    }
}
