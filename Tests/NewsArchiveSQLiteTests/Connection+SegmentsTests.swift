import Testing

@testable import NewsArchiveSQLite

/// Segments that were built elsewhere, against FTS5 that was given the same articles.
@Suite struct ConnectionSegmentsTests {
    private static let pageBytes = 64
    private static let words = ["ferry", "toll", "lake", "a", "京都", "übung", "port", "grain", "rail"]

    private struct Article {
        let id: Int64
        var headline: String
        var body: String
    }

    // Two indexes of the same articles: one takes segments over, the other is FTS5's alone.
    private final class Pair {
        let taking: Connection
        let plain: Connection
        var articles: [Int64: Article] = [:]
        var random: SeededGenerator

        init(seed: UInt64) throws {
            random = SeededGenerator(seed: seed)
            taking = try ConnectionSegmentsTests.emptyIndex()
            plain = try ConnectionSegmentsTests.emptyIndex()
        }

        func newArticles(_ count: Int) -> [Article] {
            (0..<count).map { _ in article(Int64.random(in: -100_000...100_000, using: &random)) }
                .reduce(into: [Int64: Article]()) { if articles[$1.id] == nil { $0[$1.id] = $1 } }
                .values.sorted { $0.id < $1.id }
        }

        func article(_ id: Int64) -> Article {
            Article(
                id: id, headline: text(4), body: text(Int.random(in: 0..<10, using: &random) == 0 ? 300 : 20))
        }

        private func text(_ length: Int) -> String {
            (0..<Int.random(in: 0...length, using: &random))
                .map { _ in ConnectionSegmentsTests.words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }

        // What an import does with articles of which it learns more: FTS5 forgets the old words and gets the new ones.
        func rewordSome(among ids: [Int64]) throws {
            for id in ids.shuffled(using: &random).prefix(3) {
                guard let old = articles[id] else { continue }
                let new = Bool.random(using: &random) ? article(id) : nil
                for connection in [taking, plain] {
                    try ConnectionSegmentsTests.run(.delete, old, connection)
                    if let new { try ConnectionSegmentsTests.run(.insert, new, connection) }
                }
                articles[id] = new
            }
        }

        func add(_ new: [Article]) throws {
            try taking.take(try ConnectionSegmentsTests.build(new))
            for article in new {
                try ConnectionSegmentsTests.run(.insert, article, plain)
                try taking.execute(
                    "INSERT INTO document VALUES (\(article.id), '\(article.headline)', '\(article.body)')")
                articles[article.id] = article
            }
        }
    }

    private enum Change { case insert, delete }

    private static func run(_ change: Change, _ article: Article, _ connection: Connection) throws {
        let row = "\(article.id), '\(article.headline)', '\(article.body)'"
        switch change {
        case .insert:
            try connection.execute(
                """
                INSERT INTO article_search (rowid, headline, body) VALUES (\(row));
                INSERT OR REPLACE INTO document VALUES (\(row))
                """)
        case .delete:
            try connection.execute(
                """
                INSERT INTO article_search (article_search, rowid, headline, body) VALUES ('delete', \(row));
                DELETE FROM document WHERE id = \(article.id)
                """)
        }
    }

    private static func build(_ articles: [Article]) throws -> BuiltSegment {
        let builder = try SegmentBuilder(pageBytes: pageBytes)
        for article in articles {
            try builder.add(id: article.id, headline: article.headline, body: Array(article.body.utf8))
        }
        return try builder.finish()
    }

    private static func emptyIndex() throws -> Connection {
        let connection = try Connection(.memory)
        try connection.registerSearch()
        try connection.execute(
            """
            CREATE TABLE document (id INTEGER PRIMARY KEY, headline TEXT, body TEXT);
            CREATE VIRTUAL TABLE article_search USING fts5 (
              headline, body, content = 'document', content_rowid = 'id', tokenize = 'newsarchive 1');
            INSERT INTO article_search (article_search, rank) VALUES ('pgsz', \(pageBytes));
            CREATE VIRTUAL TABLE places USING fts5vocab (article_search, instance);
            """)
        return connection
    }

    // Every place of every word, the sizes of all articles and their sums.
    private func content(_ connection: Connection) throws -> [String] {
        let queries = [
            "SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM places",
            "SELECT id || ' ' || hex(sz) FROM article_search_docsize ORDER BY id",
            "SELECT hex(block) FROM article_search_data WHERE id = 1",
        ]
        return try queries.flatMap { query in
            var statement = try Statement(connection, query)
            return try statement.all { try $0.text(0) }
        }
    }

    private func expectSame(_ pair: Pair, _ comment: Comment) throws {
        #expect(try content(pair.taking) == content(pair.plain), comment)
        for connection in [pair.taking, pair.plain] {
            try connection.execute(
                "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func anIndexThatTookSegmentsOverIsTheOneThatFTS5WouldHaveWritten(seed: UInt64) throws {
        let pair = try Pair(seed: seed)
        for round in 0..<12 {
            let known = pair.articles.keys.sorted()
            let new = pair.newArticles(Int.random(in: 0...60, using: &pair.random))
            for connection in [pair.taking, pair.plain] { try connection.execute("BEGIN IMMEDIATE") }
            if Bool.random(using: &pair.random) { try pair.rewordSome(among: known) }
            try pair.add(new)
            if Bool.random(using: &pair.random) { try pair.rewordSome(among: new.map(\.id) + known) }
            for connection in [pair.taking, pair.plain] { try connection.execute("COMMIT") }
            try expectSame(pair, "round \(round)")
            guard Int.random(in: 0..<4, using: &pair.random) == 0 else { continue }
            let command =
                ["'optimize', 0", "'merge', -100", "'merge', 2"].randomElement(using: &pair.random) ?? ""
            try pair.taking.execute("INSERT INTO article_search (article_search, rank) VALUES (\(command))")
            try expectSame(pair, "\(command) in round \(round)")
        }
    }

    @Test func whatIsTakenBackWasNeverThere() throws {
        let pair = try Pair(seed: 7)
        try pair.taking.transaction { _ in try pair.add(pair.newArticles(30)) }
        let before = try content(pair.taking)
        let taken = try Self.build(pair.newArticles(30))
        try pair.taking.transaction(ending: .rollBack) { try $0.take(taken) }
        #expect(try content(pair.taking) == before)
        try pair.taking.transaction { _ in try pair.add(pair.newArticles(30)) }
        try expectSame(pair, "after the transaction that was rolled back")
    }

    @Test func oneSegmentIsTakenForMany() throws {
        let pair = try Pair(seed: 3)
        #expect(try pair.taking.segmentCount() == 0)
        try pair.taking.transaction { _ in try pair.add(pair.newArticles(300)) }
        #expect(try pair.taking.segmentCount() == 1)
        try pair.taking.transaction { _ in try pair.add(pair.newArticles(300)) }
        #expect(try pair.taking.segmentCount() == 2)
    }

    @Test func articlesWithoutAWordCount() throws {
        let pair = try Pair(seed: 1)
        try pair.taking.transaction { _ in
            try pair.add([Article(id: 5, headline: "", body: ""), Article(id: 6, headline: "?", body: "!")])
        }
        try expectSame(pair, "no word")
        #expect(try pair.taking.segmentCount() == 0)
    }

    @Test func theTablesOfTheIndexAreFTS5sAloneAgainAfterwards() throws {
        let connection = try Self.emptyIndex()
        let segment = try Self.build([Article(id: 1, headline: "ferry", body: "toll")])
        try connection.transaction { try $0.take(segment) }
        #expect(throws: SQLiteError.self) {
            try connection.execute("DELETE FROM article_search_data WHERE id = 10")
        }
    }

    @Test func anIndexOfAnotherFormatTakesNoSegments() throws {
        let connection = try Self.emptyIndex()
        #expect(try connection.takesSegments())
        connection.allowDamage()
        try connection.execute("UPDATE article_search_config SET v = 5 WHERE k = 'version'")
        #expect(try !connection.takesSegments())
    }
}
