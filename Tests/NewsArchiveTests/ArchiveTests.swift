import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct ArchiveTests {
    @Test func anArchiveIsMadeMarkedAndInWriteAheadMode() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        let (id, version, mode) = try await archive.pool.writer.run { connection in
            (
                try connection.integer("PRAGMA application_id"),
                try connection.integer("PRAGMA user_version"),
                try connection.text("PRAGMA journal_mode")
            )
        }
        #expect(id == ArchiveFileHeader.applicationID)
        #expect(version == Int64(Migrator.supportedVersion))
        #expect(mode == "wal")
    }

    @Test func readingAFileThatIsNotThereMakesNone() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        #expect(throws: ArchiveError.notFound(path: path)) { try Archive(path: path, mode: .readOnly) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func anArchiveOpenedForReadingIsNotWritten() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        try await Archive(path: path).close()
        let archive = try Archive(path: path, mode: .readOnly)
        await #expect(throws: ArchiveError.notWritable(path: path)) {
            try await archive.importDump(Listing.dump(Listing.records(1)))
        }
    }

    @Test func anArchiveOpenedForADryRunTakesNothingElse() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        try await Archive(path: path).close()
        let archive = try Archive(path: path, mode: .dryRun)
        let dump = Listing.dump(Listing.records(1))
        let report = try await archive.importDump(dump, options: ImportOptions(isDryRun: true))
        #expect(report.counts.added == 1)
        await #expect(throws: ArchiveError.notWritable(path: path)) { try await archive.importDump(dump) }
        #expect(try await archive.statistics().articles == 0)
    }

    @Test func aClosedArchiveSaysSo() async throws {
        let archive = try Archive.inMemory()
        await archive.close()
        await #expect(throws: ArchiveError.closed) { try await archive.statistics() }
    }

    @Test func nothingButTheFileIsLeftBehind() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        let archive = try Archive(path: path)
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        _ = try await archive.search("ferry")
        await archive.close()
        let reading = try Archive(path: path, mode: .readOnly)
        _ = try await reading.search("ferry")
        await reading.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.sqlite"])
    }

    @Test(arguments: [
        "no database at all, but a text of more than a hundred and eight bytes, as they are wont to be found about",
        "short",
    ])
    func aFileThatIsNoDatabaseIsRefusedAndUntouched(text: String) throws {
        try expectRefusal(of: Data(text.utf8))
    }

    @Test(arguments: ["DELETE", "WAL"])
    func aDatabaseOfAnotherProgramIsRefusedAndUntouched(mode: String) throws {
        let folder = try TemporaryFolder()
        do {
            let connection = try Connection(.readWrite(path: folder.path("other.sqlite")))
            _ = try connection.text("PRAGMA journal_mode = \(mode)")
            try connection.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        }
        try expectRefusal(of: Data(contentsOf: folder.url.appending(path: "other.sqlite")))
    }

    private func expectRefusal(of content: Data) throws {
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "a.sqlite")
        try content.write(to: url)
        for mode in [Archive.Mode.readWrite, .readOnly] {
            #expect {
                try Archive(path: url.path, mode: mode)
            } throws: { error in
                guard case ArchiveError.notAnArchive = error else { return false }
                return true
            }
        }
        #expect(try Data(contentsOf: url) == content)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.sqlite"])
    }

    @Test func anArchiveOfALaterVersionIsRefusedAndUntouched() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        try await Archive(path: path).close()
        do {
            let connection = try Connection(.readWrite(path: path))
            try connection.execute("PRAGMA user_version = 99")
        }
        let before = try Data(contentsOf: URL(filePath: path))
        for mode in [Archive.Mode.readWrite, .readOnly] {
            let supported = Migrator.supportedVersion
            #expect(throws: ArchiveError.newerVersion(path: path, found: 99, supported: supported)) {
                try Archive(path: path, mode: mode)
            }
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.sqlite"])
    }

    @Test func anArchiveThatWasNotFinishedBeingMadeIsFinished() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        do {
            let connection = try Connection(.readWrite(path: path))
            let first = try #require(EmbeddedMigration.all.first)
            try connection.execute(first.script)
            try connection.execute("PRAGMA user_version = 1")
            try connection.execute("PRAGMA application_id = \(ArchiveFileHeader.applicationID)")
        }
        #expect(throws: ArchiveError.olderVersion(path: path, found: 1, supported: Migrator.supportedVersion))
        {
            try Archive(path: path, mode: .readOnly)
        }
        #expect(throws: ArchiveError.olderVersion(path: path, found: 1, supported: Migrator.supportedVersion))
        {
            try Archive(path: path, mode: .dryRun)
        }
        #expect(throws: Never.self) { try Archive(path: path) }
        #expect(throws: Never.self) { try Archive(path: path, mode: .readOnly) }
        #expect(throws: Never.self) { try Archive(path: path, mode: .dryRun) }
    }

    @Test func anIndexOfTheStockTokenizerIsMadeAnew() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        do {
            let connection = try Connection(.readWrite(path: path))
            for migration in EmbeddedMigration.all.prefix(4) { try connection.execute(migration.script) }
            try connection.execute("PRAGMA user_version = 4")
            try connection.execute("PRAGMA application_id = \(ArchiveFileHeader.applicationID)")
            try connection.execute(
                """
                INSERT INTO article (id, headline, origin) VALUES (7, 'Straße', 'unknown');
                INSERT INTO article_search (rowid, headline, body) VALUES (7, 'Straße', '');
                """)
        }
        let archive = try Archive(path: path)
        #expect(try await archive.ids("strasse") == [ArticleID(rawValue: 7)])
        // The article itself is none that an import would have made.
        let found = try await archive.check(deep: true).counts
        #expect([CheckReport.Kind.fulltextIndex, .documentSizes, .structure].allSatisfy { found[$0] == nil })
    }

    @Test func aSecondWriterIsToldThatTheArchiveIsBusy() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        let archive = try Archive(path: path, waitSeconds: 0)
        let other = try Connection(.readWrite(path: path))
        try other.execute("BEGIN IMMEDIATE")
        let error = await #expect(throws: ArchiveError.self) {
            try await archive.importDump(Listing.dump(Listing.records(1)))
        }
        guard case .busy(path, let holder) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(holder?.processID == getpid())
        try other.execute("ROLLBACK")
        let report = try await archive.importDump(Listing.dump(Listing.records(1)))
        #expect(report.counts.added == 1)
    }

    @Test(arguments: [
        "UPDATE archive SET longest_spill = 9223372036854775807",
        "UPDATE article SET utc_offset = 9223372036854775807",
        "UPDATE article SET published = 9223372036854775807, utc_offset = 60",
        "UPDATE article SET published = -9223372036854775807",
        "UPDATE article SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM article)",
        "UPDATE article SET id = -9223372036854775807 WHERE id = (SELECT min(id) FROM article)",
        "UPDATE article SET headline = x'ff', published = NULL, precision = NULL, origin = 'unknown'",
        "UPDATE dump SET added = 9223372036854775807",
        "UPDATE dump SET digested = -1, finished = NULL",
        "UPDATE dump SET records = 9223372036854775807, finished = NULL",
        "UPDATE dump SET records = -1, finished = NULL",
        "UPDATE sighting SET position = -9223372036854775807, seen = 'x', views = -1",
        "UPDATE document_sizes SET sizes = x'ff'",
        "UPDATE document_sizes SET sizes = zeroblob(24)",
        "INSERT INTO article_search (rowid, headline, body) VALUES (9223372036854775000, 'ferry', 'a ferry')",
        "INSERT INTO article_search (rowid, headline, body) VALUES (-9223372036854775808, 'ferry', 'a')",
    ])
    func whatAStrangerWroteIsAnErrorAndNoCrash(sql: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        let first = try Archive(path: path)
        _ = try await first.importDump(Listing.dump(Listing.records(5)))
        await first.close()
        let stranger = try Connection(.readWrite(path: path))
        try stranger.registerSearch()
        try stranger.execute("PRAGMA foreign_keys = OFF; " + sql)
        let archive = try Archive(path: path)
        // Each may answer or throw; none may crash.
        func attempt(_ work: () async throws -> Void) async {
            do { try await work() } catch { #expect(error is ArchiveError, "\(error)") }
        }
        for order in SearchOrder.allCases {
            await attempt { _ = try await archive.search("ferry since:2020", order: order, countsAll: true) }
        }
        for query in ["ferry", "f* ferry", "\"a ferry\"", "ferry views:>0", "zzz OR f*"].map(Query.init(_:)) {
            for unit in [HistogramUnit.day, .year] {
                await attempt { _ = try await archive.histogram(of: query, by: unit) }
            }
            await attempt { _ = try await archive.sources(of: query) }
            await attempt { _ = try await archive.suggestions(for: query) }
            await attempt { _ = try await archive.ids(of: .forms(query), order: .recentRelevance, limit: 9) }
        }
        await attempt { _ = try await archive.statistics() }
        await attempt { _ = try await archive.dumps() }
        for id in [Int64.max, .min, -9_223_372_036_854_775_807, 0] {
            await attempt { _ = try await archive.article(ArticleID(rawValue: id)) }
        }
        await attempt { for id in try await archive.articleIDs() { _ = try await archive.article(id) } }
        await attempt { for id in try await archive.articleIDs() { _ = try await archive.related(to: id) } }
        await attempt { _ = try await archive.importDump(Listing.dump(Listing.records(5))) }
        let bare = " date 2025-02-28 The ferry number 1 has left\n"
        await attempt { _ = try await archive.importDump(Listing.dump(bare, name: "bare")) }
    }

    @Test func anArchiveInAFolderThatMayNotBeWrittenIsReadAsOneThatDoesNotChange() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a #1?.sqlite")
        let archive = try Archive(path: path)
        _ = try await archive.importDump(Listing.dump(Listing.records(5)))
        await archive.close()
        let connection = try Connection(.immutable(path: path))
        #expect(try connection.integer("SELECT count(*) FROM article") == 5)
        #expect(throws: SQLiteError.self) { try connection.execute("DELETE FROM article") }
    }

    @Test func closingWaitsForWhatWasAskedBefore() async throws {
        let archive = try Archive.inMemory()
        async let report = archive.importDump(Listing.dump(Listing.records(500)))
        async let closed: Void = archive.close()
        _ = await closed
        do { #expect(try await report.counts.added == 500) } catch {
            #expect(error as? ArchiveError == .closed)
        }
        await #expect(throws: ArchiveError.closed) { try await archive.statistics() }
    }

    @Test func aLibraryWithoutFullTextSearchIsNamed() {
        #expect(throws: ArchiveError.noFullTextSearch(sqliteVersion: linkedSQLiteVersion())) {
            try ArchiveOpener.requireFullTextSearch {
                throw SQLiteError(extendedCode: 1, message: "no such function: fts5_source_id")
            }
        }
    }
}
