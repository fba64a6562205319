import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct ArchiveCopiesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    private func archive(_ records: Int = 300) async throws -> Archive {
        let archive = try Archive(path: folder.path("a.sqlite"))
        _ = try await archive.importDump(Listing.dump(Listing.records(records)))
        return archive
    }

    // What it writes beside another archive's file, so that the folder shows all of it.
    private func expectWholeCopy(_ path: String, of archive: Archive) async throws {
        let name = String(path.split(separator: "/").last ?? "")
        #expect(try names().filter { $0.hasPrefix(name) } == [name])
        #expect(try Array(Data(contentsOf: URL(filePath: path)))[18...19] == [2, 2])
        for mode in [Archive.Mode.readOnly, .readWrite] {
            let copy = try Archive(path: path, mode: mode)
            #expect(try await copy.content() == archive.content())
            #expect(try await copy.ids("ferry") == archive.ids("ferry"))
            if mode == .readWrite { #expect(try await copy.problems().isEmpty) }
            await copy.close()
        }
        #expect(try names().filter { $0.hasPrefix(name) } == [name])
    }

    @Test func aBackupIsOneFileWithTheSameContent() async throws {
        let archive = try await archive()
        let progress = Recorder<BackupProgress>()
        let report = try await archive.backUp(to: folder.path("copy")) { progress.record($0) }
        #expect(report.path == folder.path("copy"))
        #expect(report.articles == 300)
        let size = try Data(contentsOf: URL(filePath: report.path)).count
        #expect(report.bytes == Int64(size))
        #expect(progress.values.last == BackupProgress(bytes: size, totalBytes: size, isChecking: true))
        try await expectWholeCopy(report.path, of: archive)
    }

    @Test func anArchiveThatIsOnlyReadIsBackedUp() async throws {
        await (try await archive(3)).close()
        let archive = try Archive(path: folder.path("a.sqlite"), mode: .readOnly)
        _ = try await archive.backUp(to: folder.path("copy"))
        try await expectWholeCopy(folder.path("copy"), of: archive)
    }

    @Test func anArchiveInMemoryIsBackedUpToAFile() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        _ = try await archive.backUp(to: folder.path("copy"))
        try await expectWholeCopy(folder.path("copy"), of: archive)
        _ = try await archive.importDump(Listing.dump(Listing.records(5), name: "more"))
        #expect(try await archive.compact(into: folder.path("compact")).bytesAfter > 0)
        try await expectWholeCopy(folder.path("compact"), of: archive)
    }

    @Test func anEmptyArchiveIsBackedUp() async throws {
        let archive = try Archive.inMemory()
        #expect(try await archive.backUp(to: folder.path("copy")).articles == 0)
        try await expectWholeCopy(folder.path("copy"), of: archive)
    }

    @Test func aBackupTakesThePlaceOfAnEarlierOneWhenThatIsWanted() async throws {
        let archive = try await archive(3)
        _ = try await archive.backUp(to: folder.path("copy"))
        _ = try await archive.importDump(Listing.dump(Listing.records(5), name: "more"))
        await #expect(throws: CopyTarget.isTaken(folder.path("copy"))) {
            try await archive.backUp(to: folder.path("copy"))
        }
        _ = try await archive.backUp(to: folder.path("copy"), replacing: true)
        try await expectWholeCopy(folder.path("copy"), of: archive)
    }

    @Test(arguments: [
        "UPDATE body SET text = 'another text' WHERE article_id = (SELECT min(id) FROM article)",
        "DELETE FROM article_search_data WHERE id > 10",
        "UPDATE sighting SET dump_id = 77",
    ])
    func whatDoesNotPassTheCheckNeverGetsTheName(damage: String) async throws {
        await (try await archive(5)).close()
        do {
            let stranger = try Connection(.readWrite(path: folder.path("a.sqlite")))
            // The shadow tables are closed to a connection in defensive mode.
            try stranger.execute("PRAGMA foreign_keys = OFF")
            if damage.contains("article_search_data") {
                try stranger.registerSearch()
                try stranger.execute("INSERT INTO article_search (article_search) VALUES ('delete-all')")
            } else {
                try stranger.execute(damage)
            }
        }
        let archive = try Archive(path: folder.path("a.sqlite"), mode: .readOnly)
        for work in [
            { try await archive.backUp(to: folder.path("copy")).path },
            { try await archive.compact(into: folder.path("copy")).path },
        ] {
            await #expect {
                try await work()
            } throws: { error in
                if case ArchiveError.unsoundCopy(folder.path("copy"), _) = error { true } else { false }
            }
            #expect(try names().filter { $0.hasPrefix("copy") } == [])
        }
    }

    @Test func compactingGivesBackWhatIsFreeAndChangesNothing() async throws {
        let archive = try await archive()
        try await archive.pool.writer.run { connection in
            try connection.execute(
                "CREATE TABLE t (b); INSERT INTO t VALUES (zeroblob(3000000)); DROP TABLE t")
        }
        let content = try await archive.content()
        let found = try await archive.ids("ferry")
        let report = try await archive.compact()
        #expect(report.bytesBefore - report.bytesAfter > 2_900_000)
        #expect(report.path == folder.path("a.sqlite"))
        #expect(try await archive.content() == content)
        #expect(try await archive.ids("ferry") == found)
        #expect(try await archive.problems().isEmpty)
        #expect(try Data(contentsOf: URL(filePath: report.path)).count == Int(report.bytesAfter))
        let again = try await archive.compact()
        #expect(again.bytesBefore == report.bytesAfter)
        #expect(again.bytesAfter == report.bytesAfter)
    }

    @Test func compactingMergesTheIndexIntoOneSegment() async throws {
        let archive = try Archive(path: folder.path("a.sqlite"))
        for number in 0..<5 {
            _ = try await archive.importDump(
                Listing.dump(Listing.records(40, subject: "boat\(number)"), name: "\(number)"))
        }
        // https://www.sqlite.org/fts5.html#the_idx_table: every segment has rows of its own.
        let segments = {
            try await archive.read { try $0.integer("SELECT count(DISTINCT segid) FROM article_search_idx") }
        }
        #expect(try #require(try await segments()) > 1)
        _ = try await archive.compact()
        #expect(try await segments() == 1)
        #expect(try await archive.problems().isEmpty)
    }

    @Test func aReaderGoesOnWhileAnArchiveIsCompacted() async throws {
        let archive = try await archive()
        let reader = try Connection(.readOnly(path: archive.path))
        try reader.execute("BEGIN")
        #expect(try reader.integer("SELECT count(*) FROM article") == 300)
        _ = try await archive.compact()
        #expect(try reader.integer("SELECT count(*) FROM body") == 300)
        try reader.execute("ROLLBACK")
        #expect(try reader.integer("SELECT count(*) FROM article") == 300)
    }

    @Test func compactingWaitsForNobodyForEver() async throws {
        await (try await archive(3)).close()
        let archive = try Archive(path: folder.path("a.sqlite"), waitSeconds: 0)
        let other = try Connection(.readWrite(path: archive.path))
        try other.execute("BEGIN IMMEDIATE")
        let error = await #expect(throws: ArchiveError.self) { try await archive.compact() }
        guard case .busy(archive.path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try other.execute("ROLLBACK")
        #expect(try await archive.compact().bytesAfter > 0)
    }

    @Test func anArchiveThatIsOnlyReadOrTriedIsNotCompacted() async throws {
        await (try await archive(3)).close()
        for mode in [Archive.Mode.readOnly, .dryRun] {
            let archive = try Archive(path: folder.path("a.sqlite"), mode: mode)
            await #expect(throws: ArchiveError.notWritable(path: archive.path)) {
                try await archive.compact()
            }
        }
    }

    @Test func aCompactCopyIsOneFileWithTheSameContent() async throws {
        let archive = try await archive()
        try await archive.pool.writer.run { connection in
            try connection.execute(
                "CREATE TABLE t (b); INSERT INTO t VALUES (zeroblob(3000000)); DROP TABLE t")
        }
        let report = try await archive.compact(into: folder.path("copy"))
        #expect(report.path == folder.path("copy"))
        #expect(report.bytesBefore - report.bytesAfter > 2_900_000)
        try await expectWholeCopy(report.path, of: archive)
        let bytes = try Data(contentsOf: URL(filePath: report.path)).count
        #expect(report.bytesAfter == Int64(bytes))
    }

    @Test func aCompactCopyOfAnArchiveThatIsOnlyReadLeavesThatAsItIs() async throws {
        await (try await archive(3)).close()
        let before = try Data(contentsOf: URL(filePath: folder.path("a.sqlite")))
        let archive = try Archive(path: folder.path("a.sqlite"), mode: .readOnly)
        _ = try await archive.compact(into: folder.path("copy"))
        try await expectWholeCopy(folder.path("copy"), of: archive)
        await archive.close()
        #expect(try Data(contentsOf: URL(filePath: folder.path("a.sqlite"))) == before)
    }

    @Test func aCompactionThatIsCancelledChangesNothing() async throws {
        let archive = try await archive()
        let content = try await archive.content()
        for isCopy in [false, true] {
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                _ =
                    isCopy
                    ? try await archive.compact(into: folder.path("copy")) : try await archive.compact()
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(try await archive.content() == content)
        #expect(try names().filter { $0.hasPrefix("copy") } == [])
    }
}
