import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct RekeyingTests {
    private let records =
        #"{"headline": "Ferry late", "body": "It waits.", "guid": "a1", "url": "https://gazette.example/1"}"#
        + "\n"
        + #"{"headline": "Pier closed", "body": "It rests.", "guid": "a2", "url": "https://gazette.example/2"}"#
        + "\n"

    private func archive(of dump: String) async throws -> Archive {
        let archive = try Archive.inMemory()
        let options = ImportOptions(source: "gazette", format: .jsonLines)
        _ = try await archive.importDump(Listing.dump(dump), options: options)
        return archive
    }

    private func execute(_ sql: String, in archive: Archive) async throws {
        try await archive.pool.writer.run { try $0.execute(sql) }
    }

    private func keys(_ archive: Archive) async throws -> [String] {
        try await archive.read { connection in
            try [
                "SELECT key || ' ' || article_id FROM headline_key ORDER BY 1",
                "SELECT id || ' ' || ifnull(guid_key, '') || ' ' || ifnull(link_key, '') FROM metadata ORDER BY id",
            ].flatMap { sql in
                var rows = try Statement(connection, sql)
                return try rows.all { try $0.text(0) }
            }
        }
    }

    @Test func keysThatAreRightStayAsTheyAre() async throws {
        let archive = try await archive(of: records)
        let before = try await keys(archive)
        let report = try await archive.rekey()
        #expect(report.wrong == 0)
        #expect([report.headlines.total, report.guids.total, report.links.total] == [2, 2, 2])
        #expect(try await keys(archive) == before)
    }

    @Test func wrongKeysAreMadeAnew() async throws {
        let archive = try await archive(of: records)
        let before = try await keys(archive)
        try await execute(
            """
            UPDATE headline_key SET key = key + 1 WHERE article_id = (SELECT min(id) FROM article);
            INSERT INTO headline_key (key, article_id) VALUES (5, (SELECT max(id) FROM article));
            UPDATE metadata SET guid_key = guid_key + 1, link_key = NULL WHERE id = 1;
            """, in: archive)
        let report = try await archive.rekey()
        #expect((report.headlines.changed, report.headlines.added, report.headlines.removed) == (1, 0, 1))
        #expect((report.guids.changed, report.guids.added, report.guids.removed) == (1, 0, 0))
        #expect((report.links.changed, report.links.added, report.links.removed) == (0, 1, 0))
        #expect(report.wrong == 4)
        #expect(try await keys(archive) == before)
        #expect(try await archive.rekey().wrong == 0)
    }

    @Test func missingHeadlineKeysAreAdded() async throws {
        let archive = try await archive(of: records)
        let before = try await keys(archive)
        try await execute("DELETE FROM headline_key", in: archive)
        #expect(try await archive.rekey().headlines.added == 2)
        #expect(try await keys(archive) == before)
    }

    @Test func aDryRunChangesNothing() async throws {
        let archive = try await archive(of: records)
        try await execute(
            "UPDATE headline_key SET key = key + 1; UPDATE archive SET key_version = 7", in: archive)
        let before = try await keys(archive)
        let report = try await archive.rekey(isDryRun: true)
        #expect(report.headlines.changed == 2)
        #expect((report.previousVersion, report.version) == (7, IdentityRule.version))
        #expect(try await keys(archive) == before)
        #expect(try await archive.rekey(isDryRun: true).previousVersion == 7)
    }

    @Test func aGuidThatNamesNoArticleGetsNoKey() async throws {
        let archive = try await archive(of: records.replacingGuids(with: "https://gazette.example/"))
        #expect(try await archive.statistics().articles == 2)
        let report = try await archive.rekey()
        #expect(report.guids == RekeyReport.Keys())
        #expect(report.wrong == 0)
    }

    @Test func anArticleOfAnotherVersionIsFoundAgainAfterwards() async throws {
        let archive = try await archive(of: records)
        try await execute(
            "UPDATE headline_key SET key = key + 1; UPDATE archive SET key_version = 0", in: archive)
        _ = try await archive.rekey()
        let report = try await archive.importDump(
            Listing.dump(records + "\n", name: "again"),
            options: ImportOptions(source: "gazette", format: .jsonLines))
        #expect(report.counts.seenAgain == 2)
    }

    @Test func aCancelledOneChangesNothing() async throws {
        let archive = try await archive(of: records)
        try await execute("UPDATE headline_key SET key = key + 1", in: archive)
        let before = try await keys(archive)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await archive.rekey()
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await keys(archive) == before)
    }
}

extension String {
    fileprivate func replacingGuids(with guid: String) -> String {
        replacing("\"a1\"", with: "\"\(guid)\"").replacing("\"a2\"", with: "\"\(guid)\"")
    }
}
