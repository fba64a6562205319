import Testing

@testable import NewsArchive

@Suite struct PruningTests {
    private func day(_ text: String) throws -> LocalTime { try #require(LocalTime(iso8601Date: text)) }

    private let listing = """
         date 2025-10-10
        01.09.2025, 08:00 5
        The ferry is late again
        It is late.
        02.10.2025, 09:00 7
        Boat delayed once more
        It is delayed.
        30.09.2025, 23:59 7
        A pier was closed today
        It is closed.

        """

    @Test func whatIsOlderGoes() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(listing))
        let trial = try await archive.prune(before: try day("2025-10-01"), isDryRun: true)
        #expect((trial.articles, trial.sightings, trial.kept) == (2, 2, 0))
        #expect(try await archive.articleIDs().count == 3)
        #expect(try await archive.prune(before: try day("2025-10-01")) == trial)
        #expect(try await archive.search("late").results.isEmpty)
        #expect(try await archive.search("delayed").results.count == 1)
        #expect(try await archive.problems() == [])
    }

    @Test func whatAQueryFindsStays() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(listing))
        let report = try await archive.prune(before: try day("2025-10-01"), keeping: Query("ferry"))
        #expect((report.articles, report.kept) == (1, 1))
        #expect(try await archive.search("late").results.count == 1)
    }

    @Test func whatWasPrunedDoesNotComeBack() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(listing))
        _ = try await archive.prune(before: try day("2025-10-01"))
        let again = try await archive.importDump(Listing.dump("\(listing)\n", name: "later"))
        #expect((again.counts.added, again.counts.seenAgain) == (0, 3))
        #expect(try await archive.articleIDs().count == 1)
        // A bare headline of the same week is the same article, and one of another year is not.
        let bare =
            " date 2025-10-11\n03.09.2025, 08:00\nThe ferry is late again\n03.09.2024, 08:00\nThe ferry is late again\n"
        let report = try await archive.importDump(Listing.dump(bare, name: "bare"))
        #expect((report.counts.added, report.counts.seenAgain) == (1, 1))
    }

    @Test func anArticleOfAnotherTextUnderThatHeadlineIsNew() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(listing))
        _ = try await archive.prune(before: try day("2025-10-01"))
        let column = " date 2025-10-12\n08.10.2025, 08:00\nThe ferry is late again\nAnother day.\n"
        #expect(try await archive.importDump(Listing.dump(column, name: "column")).counts.added == 1)
    }

    @Test func changesTellOfIt() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(listing))
        let cursor = try await archive.changes().next
        _ = try await archive.prune(before: try day("2025-10-01"))
        #expect(try await archive.changes(since: cursor).changes.map(\.kind) == [.removed, .removed])
    }

    @Test func aQueryThatSaysNothingIsAnError() async throws {
        let archive = try Archive.inMemory()
        let before = try day("2025-10-01")
        await #expect(throws: ArchiveError.self) {
            try await archive.prune(before: before, keeping: Query("***"))
        }
    }
}
