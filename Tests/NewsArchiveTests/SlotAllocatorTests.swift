import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct SlotAllocatorTests {
    @Test func aFullMinuteSpillsIntoTheNextOne() throws {
        let connection = try ArchiveOpener(location: .memory, path: "", waitMilliseconds: 0).openForWriting()
        let slots = try SlotAllocator(connection)
        slots.startChunk()
        let ids = try (0..<3000).map { _ in try slots.next(forMinute: -5).rawValue }
        let expected: [Int64] = (0..<3000).map { $0 - 5 * 1024 }
        #expect(ids == expected)
        #expect(slots.longestSpill == 2)
        #expect(try slots.next(forMinute: -4).minute == -3)
    }
}
