import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

struct ArchiveRepairTests {
    @Test(arguments: Damage.healable)
    func aRepairHeals(damage: Damage) async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        try await archive.pool.writer.run { try damage.apply(to: $0) }
        let report = try await archive.repair()
        #expect(report.remaining.isClean, "\(report.remaining)")
        #expect(!report.repairs.isEmpty)
        #expect(try await archive.problems() == [])
    }

    @Test(
        arguments: Damage.healable.filter { [.headlineKey, .documentSizes, .tableIndex].contains($0.kind) })
    func whatIsDerivedIsAsItWas(damage: Damage) async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        let before = try await archive.content()
        try await archive.pool.writer.run { try damage.apply(to: $0) }
        _ = try await archive.repair()
        #expect(try await archive.content() == before)
    }

    @Test func aDryRunSaysTheSameAndChangesNothing() async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        try await archive.pool.writer.run { try $0.execute("DELETE FROM headline_key") }
        let before = try await archive.content()
        let trial = try await archive.repair(isDryRun: true)
        #expect(try await archive.content() == before)
        #expect(try await archive.repair().repairs == trial.repairs)
    }

    @Test func aSoundArchiveIsLeftAlone() async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        let before = try await archive.content()
        #expect(try await archive.repair().repairs.isEmpty)
        #expect(try await archive.content() == before)
    }

    @Test func anArticleThatGetsAnotherIDIsFoundByTheFormerOne() async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        let id = try #require(try await archive.articleIDs().last)
        try await archive.pool.writer.run {
            try $0.execute("UPDATE article SET published = published + 864000 WHERE id = \(id)")
        }
        _ = try await archive.repair()
        let found = try #require(try await archive.article(id))
        #expect(found.id.minute == id.minute + 14_400)
        #expect(!found.sightings.isEmpty)
    }

    @Test(arguments: Damage.unhealable)
    func aDamageThatCannotBeHealedInPlaceSaysWhatToDo(damage: Damage) async throws {
        let archive = try Archive.inMemory()
        try await SoundArchive.fill(archive)
        try await archive.pool.writer.run { try damage.apply(to: $0) }
        let error = await #expect(throws: ArchiveError.self) { try await archive.repair() }
        #expect(error?.description.contains("--into") == true)
    }
}
