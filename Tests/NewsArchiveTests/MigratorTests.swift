import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct MigratorTests {
    @Test(arguments: ArchiveFixture.versions)
    func anArchiveOfAnEarlierVersionIsBroughtUpToDate(version: Int) async throws {
        let folder = try TemporaryFolder()
        let path = try ArchiveFixture.copy(ofVersion: version, to: folder)
        let old = try Archive(path: path)
        #expect(try await old.problems().isEmpty)
        let new = try Archive.inMemory()
        _ = try await new.importDump(ArchiveFixture.dump)
        #expect(try await Self.content(old, since: version) == Self.content(new, since: version))
        #expect(try await old.ids("ferry") == new.ids("ferry"))
        #expect(try await old.importDump(ArchiveFixture.dump).wasAlreadyImported)
        let report = try await old.importDump(Listing.dump(Listing.records(3)))
        #expect(report.counts.added == 3)
        #expect(try await old.problems().isEmpty)
    }

    // Before version 5 was out, a sighting had a time of its own only where that was another one than the article's.
    private static func content(_ archive: Archive, since version: Int) async throws -> [String] {
        let content = try await archive.content()
        guard version == 4 else { return content }
        let decisions = try await archive.read { connection in
            var rows = try Statement(
                connection,
                "SELECT article_id || ' ' || position || ' ' || rule_id FROM sighting ORDER BY 1")
            return try rows.all { try $0.text(0) }
        }
        let articles = try await archive.statistics().articles
        return content.prefix(Int(articles)) + decisions
    }

    /// What a kill leaves behind: the file and its log as they stand in the middle of the transaction.
    @Test(arguments: ArchiveFixture.versions)
    func anArchiveWhoseMigrationWasInterruptedIsWhatItWas(version: Int) throws {
        let folder = try TemporaryFolder()
        let path = try ArchiveFixture.copy(ofVersion: version, to: folder)
        for migration in EmbeddedMigration.all where migration.number > version {
            let statements = SchemaText.bare(migration.script).split(separator: ";").map(String.init)
            for count in 0...statements.count {
                try expectUnchanged(path, after: statements.prefix(count), in: folder)
            }
            let connection = try Self.open(path)
            try connection.transaction { connection in
                for statement in statements { try connection.execute(statement) }
                try connection.execute("PRAGMA user_version = \(migration.number)")
            }
            #expect(try SchemaCheck(connection, version: migration.number).problem() == nil)
        }
    }

    private func expectUnchanged(
        _ path: String, after statements: ArraySlice<String>, in folder: TemporaryFolder
    ) throws {
        let copy = folder.path("killed.sqlite")
        let before: [String]
        do {
            let connection = try Self.open(path)
            before = try ArchiveFixture.everything(in: connection)
            // A page in memory at the most, so that the log has what was not committed.
            try connection.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
            for statement in statements { try connection.execute(statement) }
            for ending in ["", "-wal"] {
                try? FileManager.default.removeItem(atPath: copy + ending)
                guard FileManager.default.fileExists(atPath: path + ending) else { continue }
                try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
            }
        }
        for left in [copy, path] {
            let connection = try Self.open(left)
            #expect(try ArchiveFixture.everything(in: connection) == before, "after \(statements.count)")
            #expect(try connection.text("PRAGMA integrity_check") == "ok")
        }
    }

    private static func open(_ path: String) throws -> Connection {
        let connection = try Connection(.readWrite(path: path))
        try connection.registerSearch()
        return connection
    }
}
