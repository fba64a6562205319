import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct EarlierVersionTests {
    private let ferry = ArticleID(rawValue: 30_031_469_568)

    @Test(arguments: ArchiveFixture.versions)
    func anArchiveOfAnEarlierVersionIsReadAsItIs(version: Int) async throws {
        let folder = try TemporaryFolder()
        let path = try ArchiveFixture.copy(ofVersion: version, to: folder)
        let before = try Data(contentsOf: URL(filePath: path))
        let old = try Archive(path: path, mode: .readOnly)
        let new = try Archive.inMemory()
        _ = try await new.importDump(ArchiveFixture.dump)

        for query in [
            "ferry", "\"ferry route\" boats", "op* -toll", "views:>1000", "headline:ferry until:2025-10",
        ] {
            for order in SearchOrder.allCases {
                let found = try await old.search(query, order: order, countsAll: true)
                let expected = try await new.search(query, order: order, countsAll: true)
                #expect(found.results.map(\.id) == expected.results.map(\.id), "\(query) by \(order)")
                #expect(found.results.map(\.snippet) == expected.results.map(\.snippet))
                #expect(found.total == expected.total)
            }
        }
        let query = Query("ferry")
        #expect(try await old.histogram(of: query, by: .month) == new.histogram(of: query, by: .month))
        #expect(try await old.sources(of: query) == new.sources(of: query))
        #expect(try await old.suggestions(for: Query("ferrry")) == new.suggestions(for: Query("ferrry")))
        #expect(try await old.ids("forms:boat") == new.ids("forms:boat"))
        let related = try await old.related(to: ferry)?.map(\.article.id)
        #expect(try await related == new.related(to: ferry)?.map(\.article.id))
        #expect(try await old.statistics().sightings == new.statistics().sightings)
        #expect(try await old.dumps().map(\.counts) == new.dumps().map(\.counts))
        let (article, expected) = (try await old.article(ferry), try await new.article(ferry))
        #expect(article?.body == expected?.body)
        #expect(article?.sightings.map(\.decision) == expected?.sightings.map(\.decision))

        await old.close()
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(try folder.names() == ["version-\(version).sqlite"])
    }

    @Test func whatIsMissingIsReadAsTheMigrationsWouldHaveMadeIt() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: try ArchiveFixture.copy(ofVersion: 4, to: folder), mode: .readOnly)
        let values = try await archive.read { connection in
            try [
                "SELECT sum(added_in + changed_in) FROM article", "SELECT count(silent) FROM sighting",
                "SELECT key_version FROM archive", "SELECT count(*) FROM watch",
                "SELECT count(encoding) FROM dump",
            ].map { try connection.integer($0) }
        }
        #expect(values == [0, 0, 1, 0, 0])
        await #expect(throws: (any Error).self) {
            try await archive.read { try $0.execute("CREATE TEMP TABLE t (a)") }
        }
    }

    @Test func articlesOfAnEarlierVersionAreLookedUpByTheirIds() throws {
        let folder = try TemporaryFolder()
        let path = try ArchiveFixture.copy(ofVersion: 4, to: folder)
        let connection = try ArchiveOpener(location: .readOnly(path: path), path: path, waitMilliseconds: 0)
            .openForReading()
        for sql in [
            """
            SELECT article.views FROM article_search CROSS JOIN article ON article.id = article_search.rowid
            WHERE article_search MATCH 'ferry'
            """,
            "SELECT headline, text FROM article LEFT JOIN body ON article_id = article.id WHERE article.id = 1",
            "SELECT seen FROM sighting JOIN dump ON dump.id = dump_id WHERE article_id = 1",
            "SELECT id FROM article WHERE EXISTS (SELECT 1 FROM sighting WHERE article_id = article.id)"
                + " ORDER BY id DESC",
        ] {
            var plan = try Statement(connection, "EXPLAIN QUERY PLAN " + sql)
            let steps = try plan.all { try $0.text(3) }
            #expect(!steps.contains { $0.contains("MATERIALIZE") || $0.contains("CO-ROUTINE") }, "\(steps)")
            #expect(!steps.contains { $0.contains("TEMP B-TREE") || $0.contains("AUTOMATIC") }, "\(steps)")
        }
    }

    @Test(arguments: 1...3)
    func anArchiveThatWasNeverFinishedIsNotRead(version: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        do {
            let connection = try Connection(.readWrite(path: path))
            for migration in EmbeddedMigration.all.prefix(version) {
                try connection.execute(migration.script)
            }
            try connection.execute("PRAGMA user_version = \(version)")
            try connection.execute("PRAGMA application_id = \(ArchiveFileHeader.applicationID)")
        }
        let supported = Migrator.supportedVersion
        #expect(throws: ArchiveError.olderVersion(path: path, found: version, supported: supported)) {
            try Archive(path: path, mode: .readOnly)
        }
    }

    @Test func aDryRunAsksForTheArchiveToBeBroughtUpToDate() throws {
        let folder = try TemporaryFolder()
        let path = try ArchiveFixture.copy(ofVersion: 7, to: folder)
        let supported = Migrator.supportedVersion
        #expect(throws: ArchiveError.olderVersion(path: path, found: 7, supported: supported)) {
            try Archive(path: path, mode: .dryRun)
        }
        #expect(try folder.names() == ["version-7.sqlite"])
    }
}
