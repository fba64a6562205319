import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct DocumentSizesWriterTests {
    private func blocks(_ archive: Archive) async throws -> [Int64] {
        try await archive.read { connection in
            var statement = try Statement(
                connection, "SELECT length(sizes) / 12 FROM document_sizes ORDER BY first_id")
            return try statement.all { try $0.integer(0) }
        }
    }

    // One record a day, before or after those that are there.
    private func records(_ days: [Int]) -> String {
        days.map { day in
            let year = 2000 + day / 336
            let month = 1 + day % 336 / 28
            let date = "\(pad(1 + day % 28)).\(pad(month)).\(year)"
            return "\(date), 10:00 1\nStory \(day)\nIts text has \(day) words or so.\n"
        }.joined()
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    @Test(arguments: ["newest first", "oldest first", "mixed"])
    func everyOrderOfImportGivesBlocksOfTheRightSizes(order: String) async throws {
        let archive = try Archive.inMemory()
        let days = Array(0..<1200)
        let pieces = stride(from: 0, to: 1200, by: 150).map { Array(days[$0..<$0 + 150]) }
        let ordered =
            switch order {
            case "newest first": pieces.reversed().map { Array($0.reversed()) }
            case "oldest first": pieces
            default: (0..<8).map { start in days.filter { $0 % 8 == start } }
            }
        for piece in ordered { _ = try await archive.importDump(Listing.dump(records(piece))) }
        #expect(try await archive.problems() == [])
        let blocks = try await blocks(archive)
        #expect(blocks.reduce(0, +) == 1200)
        #expect(blocks.count < 15)
    }

    @Test func oneArticleADayBackwardsIsNotABlockEach() async throws {
        let archive = try Archive.inMemory()
        for day in (0..<40).reversed() { _ = try await archive.importDump(Listing.dump(records([day]))) }
        #expect(try await blocks(archive) == [40])
        #expect(try await archive.problems() == [])
    }

    @Test func aRevisedTextHasItsNewSize() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(records([1, 2, 3])))
        let longer = records([2]).replacing("or so", with: "or so, and some more of them than before")
        _ = try await archive.importDump(Listing.dump(longer))
        #expect(try await archive.ids("before").count == 1)
        #expect(try await archive.problems() == [])
    }
}
