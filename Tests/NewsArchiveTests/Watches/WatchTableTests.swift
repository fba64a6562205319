import Testing

@testable import NewsArchive

@Suite struct WatchTableTests {
    @Test func aNameIsGivenOnce() async throws {
        let archive = try Archive.inMemory()
        try await archive.addWatch("b", query: "pier")
        try await archive.addWatch("a", query: "ferry OR boat")
        await #expect(throws: ArchiveError.watchExists("a")) {
            try await archive.addWatch("a", query: "pier")
        }
        #expect(try await archive.watches().map(\.query) == ["ferry OR boat", "pier"])
        try await archive.addWatch("a", query: "pier", replacing: true)
        #expect(try await archive.watches().map(\.query) == ["pier", "pier"])
    }

    @Test(arguments: ["", " ", "a\nb", "\u{1B}[31m", "\u{0}"]) func aNameIsText(name: String) async throws {
        let archive = try Archive.inMemory()
        await #expect(throws: ArchiveError.self) { try await archive.addWatch(name, query: "pier") }
    }

    @Test(arguments: ["", "***", "-", "\"\""]) func aQueryThatSaysNothingIsRefused(query: String) async throws
    {
        let archive = try Archive.inMemory()
        await #expect(throws: ArchiveError.self) { try await archive.addWatch("a", query: query) }
        #expect(try await archive.watches().isEmpty)
    }

    @Test func aWatchThatIsNotThereIsAnError() async throws {
        let archive = try Archive.inMemory()
        await #expect(throws: ArchiveError.noSuchWatch("a")) { try await archive.news(of: "a") }
        await #expect(throws: ArchiveError.noSuchWatch("a")) { try await archive.removeWatch("a") }
    }
}
