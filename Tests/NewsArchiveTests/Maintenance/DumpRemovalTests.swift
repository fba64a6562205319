import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct DumpRemovalTests {
    @Test(arguments: 0..<200)
    func whatADumpBroughtIsTakenBack(seed: UInt64) async throws {
        var listing = RandomListing(seed: seed)
        let archive = try Archive.inMemory()
        for number in 0..<2 {
            _ = try await archive.importDump(Listing.dump(listing.dump(records: 8), name: "before \(number)"))
        }
        let before = try await archive.content()
        _ = try await archive.importDump(Listing.dump(listing.dump(records: 8), name: "dump"))
        _ = try await archive.undoImport(of: 3)
        #expect(try await archive.content() == before)
        #expect(try await archive.problems() == [])
    }

    @Test(arguments: 0..<100)
    func whatRemainsIsWhatItsSightingsSay(seed: UInt64) async throws {
        var listing = RandomListing(seed: seed)
        let archive = try Archive.inMemory()
        for number in 0..<4 {
            _ = try await archive.importDump(Listing.dump(listing.dump(records: 6), name: "dump \(number)"))
        }
        _ = try await archive.undoImport(of: Int64(1 + seed % 4))
        #expect(try await archive.articlesThatSayElse() == [])
        #expect(try await archive.problems() == [])
    }

    @Test func aDumpThatWasTakenBackCanBeImportedAgain() async throws {
        let archive = try Archive.inMemory()
        let dump = Listing.dump(Listing.records(3))
        _ = try await archive.importDump(dump)
        let former = try await archive.articleIDs()
        let undone = try await archive.undoImport(of: 1)
        #expect((undone.removed, undone.changed, undone.sightings) == (3, 0, 3))
        #expect(try await archive.statistics().dumps == 0)
        let report = try await archive.importDump(dump)
        #expect(report.counts.added == 3)
        #expect(try await Set(archive.articleIDs()).isDisjoint(with: former))
    }

    @Test func aDryRunTellsAndChangesNothing() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        let before = try await archive.content()
        #expect(try await archive.undoImport(of: 1, isDryRun: true).removed == 3)
        #expect(try await archive.content() == before)
    }

    @Test func aDumpThatIsNotThereIsAnError() async throws {
        let archive = try Archive.inMemory()
        await #expect(throws: ArchiveError.noSuchDump("7")) { try await archive.undoImport(of: 7) }
    }

    @Test func aSourceThatNoOtherDumpNamesGoesWithIt() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(
            Listing.dump(Listing.records(2)), options: ImportOptions(source: "gazette"))
        _ = try await archive.undoImport(of: 1)
        #expect(try await archive.statistics().sources == 0)
    }

    @Test func anArticleOfWhichTheStampIsTakenBackHasItsFormerIDAgain() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(
            Listing.dump(" date 2025-10-10 The ferry is late again\n", name: "lead"))
        let first = try await archive.articleIDs()
        let text = "09.10.2025, 08:12 7\nThe ferry is late again\nIt is late.\n"
        _ = try await archive.importDump(Listing.dump(" date 2025-10-10\n\(text)", name: "list"))
        #expect(try await archive.articleIDs() != first)
        _ = try await archive.undoImport(of: 2)
        #expect(try await archive.articleIDs() == first)
    }
}

extension Archive {
    /// The articles that say something else than their sightings do.
    func articlesThatSayElse() async throws -> [ArticleID] {
        let ids = try await articleIDs()
        return try await read { connection in
            let loader = try DossierLoader(connection)
            return try ids.filter { id in
                guard let stored = try loader.load(id), let composed = stored.composed else { return true }
                return composed.differs(from: stored)
            }
        }
    }
}
