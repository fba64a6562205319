import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct KeyVersionTests {
    private func archive() async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(2)))
        try await archive.pool.writer.run { try $0.execute("UPDATE archive SET key_version = 9") }
        return archive
    }

    private let refusal = ArchiveError.otherKeyVersion(
        path: "archive in memory", found: 9, supported: IdentityRule.version)

    @Test func anArchiveIsOfThePresentVersion() async throws {
        let archive = try Archive.inMemory()
        #expect(try await archive.read { try KeyVersion.stored($0) } == IdentityRule.version)
    }

    @Test(arguments: [false, true])
    func anImportRefusesKeysOfAnotherVersion(isDryRun: Bool) async throws {
        let archive = try await archive()
        await #expect(throws: refusal) {
            try await archive.importDump(
                Listing.dump(Listing.records(3)), options: ImportOptions(isDryRun: isDryRun))
        }
        #expect(try await archive.statistics().articles == 2)
    }

    @Test func whatWritesKeysRefusesThemToo() async throws {
        let archive = try await archive()
        let ids = try await archive.articleIDs()
        await #expect(throws: refusal) { try await archive.undoImport(of: 1) }
        await #expect(throws: refusal) { try await archive.merge(from: "other.sqlite") }
        await #expect(throws: refusal) { try await archive.join(ids[0], with: ids[1]) }
    }

    @Test func theRefusalSaysWhatToDo() {
        #expect(refusal.description.hasSuffix("make them anew with news-archive rekey"))
    }

    @Test func anArchiveThatWasRekeyedTakesDumps() async throws {
        let archive = try await archive()
        _ = try await archive.rekey()
        #expect(try await archive.importDump(Listing.dump(Listing.records(3))).counts.added == 1)
    }
}
