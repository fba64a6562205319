import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

struct ArchiveCheckTests {
    @Test(arguments: [false, true])
    func aSoundArchiveIsClean(deep: Bool) async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        let report = try await archive.check(deep: deep)
        #expect(report.isClean)
        #expect(report.problems.isEmpty && report.omissions.isEmpty)
        #expect(report.isDeep == deep)
    }

    @Test(arguments: Damage.healable + Damage.unhealable)
    func aDamageIsNamed(damage: Damage) async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        try await archive.pool.writer.run { try damage.apply(to: $0) }
        let report = try await archive.check(deep: true)
        #expect(report.counts[damage.kind] ?? 0 > 0, "\(report)")
        #expect(report.needsSalvage == Damage.unhealable.contains { $0.sql == damage.sql }, "\(report)")
    }

    @Test func examplesAreFewAndAllAreCounted() async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        try await archive.pool.writer.run { try $0.execute("DELETE FROM headline_key") }
        let report = try await archive.check(examples: 2)
        let articles = try await archive.statistics().articles
        #expect(report.counts == [.headlineKey: Int(articles)])
        #expect(report.problems.count == 2)
        #expect(report.problems.allSatisfy { $0.table == "headline_key" && $0.remedy == .rebuild })
    }

    @Test func aFileIsCheckedWhileAnotherConnectionHoldsTheWriteLock() async throws {
        let folder = try TemporaryFolder()
        try await SoundArchive.make(folder.path("news.sqlite"))
        let writer = try Connection(.readWrite(path: folder.path("news.sqlite")))
        try writer.execute("BEGIN IMMEDIATE")
        let report = try await Archive.check(path: folder.path("news.sqlite"), deep: true)
        #expect(report.isClean && report.omissions.isEmpty)
    }

    @Test func aWrongIndexOfAFileIsFoundInTheCopy() async throws {
        let folder = try TemporaryFolder()
        try await SoundArchive.make(folder.path("news.sqlite"))
        let archive = try Archive(path: folder.path("news.sqlite"))
        try await archive.pool.writer.run {
            try $0.execute("UPDATE body SET text = 'other' || substr(text, 6)")
        }
        let report = try await archive.check()
        #expect(report.counts == [.fulltextIndex: 1])
        await archive.close()
    }

    @Test func whatIsNoArchiveIsAnErrorAndNoProblem() async throws {
        let folder = try TemporaryFolder()
        try Data("no database".utf8).write(to: folder.url.appending(path: "notes.txt"))
        await #expect(throws: ArchiveError.self) { try await Archive.check(path: folder.path("notes.txt")) }
        await #expect(throws: ArchiveError.notFound(path: folder.path("none"))) {
            try await Archive.check(path: folder.path("none"))
        }
    }

    @Test func aCancelledCheckThrows() async throws {
        let archive = try Archive.inMemory()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await archive.check()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test(arguments: [
        ("row 3 missing from index article_by_change", CheckReport.Kind.tableIndex),
        ("wrong # of entries in index article_by_change", .tableIndex),
        ("NULL value in article.headline", .value),
        ("CHECK constraint failed in article", .value),
        ("Page 9: btreeInitPage() returns error code 11", .structure),
    ])
    func theWordsOfSQLiteAreSorted(text: String, kind: CheckReport.Kind) {
        #expect(StructureCheck.kind(text) == kind)
    }
}
