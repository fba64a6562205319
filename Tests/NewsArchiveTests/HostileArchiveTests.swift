import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// Archives from a stranger: refused in clear words, or read without anything of theirs being run.
@Suite struct HostileArchiveTests {
    @Test(arguments: [
        ("CREATE TRIGGER t AFTER INSERT ON dump BEGIN DELETE FROM article; END", "trigger \"t\""),
        ("CREATE TRIGGER article_x BEFORE UPDATE ON article BEGIN SELECT 1; END", "trigger \"article_x\""),
        ("CREATE VIEW v AS SELECT * FROM article", "view \"v\""),
        ("CREATE VIRTUAL TABLE v USING fts5 (a)", "virtual table \"v\""),
        ("CREATE INDEX i ON article (views)", "index \"i\" on a table of the archive"),
        ("CREATE INDEX i ON body (abs(article_id))", "index \"i\" on a table of the archive"),
        ("CREATE TABLE t (a, b AS (a || a))", "table \"t\""),
        ("CREATE TABLE t (a, b AS (a || a) STORED)", "table \"t\""),
        ("CREATE TABLE t (a REFERENCES article (id) ON DELETE SET NULL)", "table \"t\""),
        ("CREATE TABLE t (a); CREATE INDEX i ON t (abs(a))", "index \"i\", which computes something"),
        ("CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a > 1", "index \"i\", which computes something"),
        ("ALTER TABLE article ADD COLUMN x AS (abs(views))", "table \"article\" is another one"),
        ("ALTER TABLE source ADD COLUMN x CHECK (x IS NULL)", "table \"source\" is another one"),
        (
            "DROP VIEW article_document; CREATE VIEW article_document AS SELECT 1 AS id",
            "view \"article_document\""
        ),
        (
            "DROP VIEW article_document; CREATE TABLE article_document (id, headline, body)",
            "table \"article_document\" is another one"
        ),
        ("DROP TABLE watch_match", "lacks the table \"watch_match\""),
        ("DROP INDEX dump_by_bytes", "lacks the index \"dump_by_bytes\""),
    ])
    func aSchemaThatNoArchiveHasIsRefused(sql: String, named: String) async throws {
        let folder = try TemporaryFolder()
        let path = try await archive(in: folder, changedBy: sql)
        let before = try Data(contentsOf: URL(filePath: path))
        for mode in [Archive.Mode.readOnly, .readWrite, .dryRun] {
            let error = #expect(throws: ArchiveError.self) { try Archive(path: path, mode: mode) }
            guard case .foreignSchema(path, let reason) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(reason.contains(named))
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(try folder.names() == ["a.sqlite"])
    }

    @Test(arguments: [
        // Something else than the row says, a thing twice, and what is no thing at all.
        """
        INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
        VALUES ('table', 'harmless', 'harmless', 0, 'CREATE TRIGGER t AFTER INSERT ON dump BEGIN SELECT 1; END')
        """,
        "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'article'",
        "INSERT INTO sqlite_schema VALUES ('thing', 'x', 'x', 0, NULL)",
        "INSERT INTO sqlite_schema VALUES (x'00', 1, NULL, 'a', 2.5)",
        "UPDATE sqlite_schema SET sql = replace(sql, 'headline TEXT', 'headline TEXT DEFAULT (abs(1))')",
        "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'article'",
        "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'article'",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE article (' WHERE name = 'article'",
        "UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE article USING nothing' WHERE name = 'article'",
        "UPDATE sqlite_schema SET name = 'Article' WHERE name = 'article'",
        "DELETE FROM sqlite_schema WHERE name = 'article_search_data'",
    ])
    func aSchemaThatWasWrittenByHandIsAnErrorAndNoCrash(sql: String) async throws {
        let folder = try TemporaryFolder()
        let path = try await archive(in: folder, changedBy: sql, isSchemaWritable: true)
        for mode in [Archive.Mode.readOnly, .readWrite] {
            await Self.attempt {
                let archive = try Archive(path: path, mode: mode)
                for id in try await archive.articleIDs() { _ = try await archive.article(id) }
                await archive.close()
            }
        }
        #expect(try folder.names() == ["a.sqlite"])
    }

    @Test func whatRunsNothingIsLeftAlone() async throws {
        let folder = try TemporaryFolder()
        let path = try await archive(
            in: folder,
            changedBy: """
                CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, "text" TEXT UNIQUE, CHECK (id > 0));
                CREATE INDEX notes_by_text ON notes ("text" DESC);
                CREATE TABLE of_notes (note REFERENCES notes (id));
                ANALYZE
                """)
        let archive = try Archive(path: path)
        #expect(try await archive.importDump(Listing.dump(Listing.records(9))).counts.added == 4)
        #expect(try await archive.ids("ferry").count == 9)
        #expect(try await archive.problems().isEmpty)
    }

    @Test func anArchiveOfAnEarlierVersionIsLookedAtByItsOwnMeasure() throws {
        let folder = try TemporaryFolder()
        let path = try ArchiveFixture.copy(ofVersion: 5, to: folder)
        do {
            let stranger = try Connection(.readWrite(path: path))
            try stranger.registerSearch()
            // A table of a later version, which its migration would stumble upon.
            try stranger.execute("CREATE TABLE watch (id)")
        }
        for mode in [Archive.Mode.readOnly, .readWrite] {
            let reason = "its table \"watch\" is another one than archives of version 5 have"
            #expect(throws: ArchiveError.foreignSchema(path: path, reason: reason)) {
                try Archive(path: path, mode: mode)
            }
        }
    }

    /// SQLite has had crashes in FTS5 for crafted tables; here they must be errors, or answers.
    @Test(arguments: 0..<(LongTests.areWanted ? 40 : 4))
    func anIndexOfAnyBytesIsAnErrorAndNoCrash(seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        let path = try await archive(in: folder, changedBy: "SELECT 1")
        let sound = try Data(contentsOf: URL(filePath: path))
        for _ in 0..<60 {
            try sound.write(to: URL(filePath: path))
            do {
                let stranger = try Connection(.readWrite(path: path))
                try stranger.allowAnything()
                for _ in 0...Int.random(in: 0...2, using: &random) {
                    try stranger.execute(Self.damage(&random))
                }
            }
            await Self.use(path)
            try folder.removeAll(but: "a.sqlite")
        }
    }

    @Test(arguments: 0..<(LongTests.areWanted ? 40 : 4))
    func damagedPagesAreAnErrorAndNoCrash(seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        let path = try await archive(in: folder, changedBy: "SELECT 1")
        let sound = try Data(contentsOf: URL(filePath: path))
        for _ in 0..<25 {
            var bytes = sound
            for _ in 0...Int.random(in: 0...20, using: &random) {
                // Past the header, which says whether it is an archive at all.
                bytes[Int.random(in: 100..<bytes.count, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
            try bytes.write(to: URL(filePath: path))
            await Self.use(path)
            try folder.removeAll(but: "a.sqlite")
        }
    }

    @Test func anArchiveIsOpenedThroughALinkAndItsLogIsBesideTheFile() async throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        _ = try await archive(in: folder, changedBy: "SELECT 1")
        try other.link("link.sqlite", to: folder.path("a.sqlite"))
        let archive = try Archive(path: other.path("link.sqlite"))
        #expect(try await archive.ids("ferry").count == 5)
        #expect(try other.names() == ["link.sqlite"])
        #expect(try folder.names() == ["a.sqlite", "a.sqlite-shm", "a.sqlite-wal"])
    }
}

extension HostileArchiveTests {
    // An archive of five articles, changed by somebody who knows SQL.
    private func archive(
        in folder: TemporaryFolder, changedBy sql: String, isSchemaWritable: Bool = false
    ) async throws -> String {
        let path = folder.path("a.sqlite")
        let archive = try Archive(path: path)
        _ = try await archive.importDump(Listing.dump(Listing.records(5)))
        await archive.close()
        let stranger = try Connection(.readWrite(path: path))
        try stranger.registerSearch()
        if isSchemaWritable { try stranger.allowAnything() }
        try stranger.execute(sql)
        return path
    }

    private static let tables = [
        "article_search_data SET block", "article_search_docsize SET sz", "article_search_config SET v",
        "article_search_idx SET pgno", "document_sizes SET sizes",
    ]

    private static let keys = [
        "document_sizes": "first_id", "article_search_config": "k", "article_search_idx": "term",
    ]

    // Bytes changed in one row of FTS5's tables, or another value in its place, or a row that is gone.
    private static func damage(_ random: inout SeededGenerator) -> String {
        let place = tables.randomElement(using: &random) ?? tables[0]
        let parts = place.split(separator: " ").map(String.init)
        let (table, column) = (parts[0], parts[2])
        let share = Int.random(in: 0..<100, using: &random)
        let key = keys[table] ?? "id"
        let condition = """
            WHERE \(key) IN (
              SELECT \(key) FROM \(table) LIMIT 1 OFFSET (SELECT count(*) FROM \(table)) * \(share) / 100)
            """
        let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            let byte = UInt8.random(in: 0...255, using: &random)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        let at = Int.random(in: 1...60, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "DELETE FROM \(table) \(condition)"
        case 1: return "UPDATE \(table) SET \(column) = x'\(bytes)' \(condition)"
        case 2:
            let number = Int64.random(in: .min ... .max, using: &random)
            return "UPDATE \(table) SET \(column) = \(number) \(condition)"
        case 3: return "UPDATE \(table) SET \(column) = zeroblob(\(at * 100)) \(condition)"
        default:
            return """
                UPDATE \(table)
                SET \(column) = CAST(substr(\(column), 1, \(at)) || x'\(bytes)'
                  || substr(\(column), \(at) + 1 + \(bytes.utf8.count / 2)) AS BLOB)
                \(condition)
                """
        }
    }

    // Each may answer or throw; none may crash.
    private static func use(_ path: String) async {
        await attempt {
            let archive = try Archive(path: path, mode: .readOnly)
            for query in ["ferry", "f*", "\"a ferry\"~3", "text -number", "forms:ferry"] {
                for order in [SearchOrder.relevance, .newest] {
                    await attempt { _ = try await archive.search(query, order: order, countsAll: true) }
                }
            }
            await attempt { _ = try await archive.suggestions(for: Query("ferrry")) }
            await attempt { for id in try await archive.articleIDs() { _ = try await archive.article(id) } }
            await archive.close()
        }
        await attempt {
            let archive = try Archive(path: path)
            await attempt { _ = try await archive.importDump(Listing.dump(Listing.records(7))) }
            await archive.close()
        }
    }

    private static func attempt(_ work: () async throws -> Void) async {
        do { try await work() } catch { #expect(error is ArchiveError, "\(error)") }
    }
}
