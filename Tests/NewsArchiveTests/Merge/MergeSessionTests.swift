import Testing

@testable import NewsArchive

@Suite struct MergeSessionTests {
    private func merged(_ archive: Archive, with other: Archive) async throws -> ImportReport {
        try await archive.importDump(.bytes(try await other.exported(), name: "other"))
    }

    @Test(arguments: 0..<60)
    func aMergeIsTheImportOfTheOthersDumps(seed: UInt64) async throws {
        var listing = RandomListing(seed: seed)
        let dumps = (0..<4).map { Listing.dump(listing.dump(records: 8), name: "dump \($0)") }
        let (whole, one, other) = (try Archive.inMemory(), try Archive.inMemory(), try Archive.inMemory())
        for (number, dump) in dumps.enumerated() {
            _ = try await whole.importDump(dump)
            _ = try await (number < 2 ? one : other).importDump(dump)
        }
        let before = try await other.exported()
        _ = try await merged(one, with: other)
        #expect(try await one.content() == whole.content())
        #expect(try await one.problems() == [])
        #expect(try await other.exported() == before)
        let report = try await merged(one, with: other)
        #expect(report.wasAlreadyImported)
        #expect(try await one.content() == whole.content())
    }

    @Test func aMergeFromAFileIsTheSame() async throws {
        let folder = try TemporaryFolder()
        let one = try Archive(path: folder.path("one.sqlite"))
        let other = try Archive(path: folder.path("other.sqlite"))
        _ = try await one.importDump(Listing.dump(Listing.records(3)))
        _ = try await other.importDump(Listing.dump(Listing.records(2, subject: "pier"), name: "piers"))
        _ = try await other.importDump(Listing.dump(Listing.records(3)))
        let report = try await one.merge(from: folder.path("other.sqlite"))
        #expect((report.dumps, report.known, report.counts.added) == (1, 1, 2))
        #expect(try await one.merge(from: folder.path("other.sqlite")).dumps == 0)
        await one.close()
        await other.close()
    }

    @Test func anArchiveIsNotMergedIntoItself() async throws {
        let folder = try TemporaryFolder()
        let one = try Archive(path: folder.path("one.sqlite"))
        await #expect(throws: ArchiveError.self) { try await one.merge(from: folder.path("one.sqlite")) }
        await #expect(throws: ArchiveError.notFound(path: folder.path("none.sqlite"))) {
            try await one.merge(from: folder.path("none.sqlite"))
        }
        await one.close()
    }

    @Test func twoExcerptsOfADumpComeTogether() async throws {
        let archive = try Archive.inMemory()
        let dump = Listing.dump(Listing.records(3) + Listing.records(2, subject: "pier"))
        _ = try await archive.importDump(dump)
        let copy = try Archive.inMemory()
        for typed in ["pier", "number ferry", "since:2020"] {
            _ = try await copy.importDump(.bytes(try await archive.exported(Query(typed)), name: typed))
        }
        #expect(try await copy.articleIDs().count == archive.articleIDs().count)
        #expect(try await copy.statistics().sightings == 5)
        #expect(try await copy.statistics().dumps == 1)
        #expect(try await copy.problems() == [])
        _ = try await merged(copy, with: archive)
        #expect(try await copy.problems() == [])
        #expect(try await copy.statistics().sightings == 5)
    }

    @Test func whatWasRejectedIsTakenOver() async throws {
        let other = try Archive.inMemory()
        _ = try await other.importDump(
            Listing.dump(
                Listing.records(1) + "31.02.2025, 10:00\nNo such day\n" + Listing.records(1, subject: "pier"))
        )
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(2, subject: "boat"), name: "mine"))
        _ = try await merged(archive, with: other)
        let dump = try #require(try await archive.dumps().last)
        #expect(try await other.dumps().first?.counts == dump.counts)
        #expect(dump.counts.rejected == 1)
    }
}
