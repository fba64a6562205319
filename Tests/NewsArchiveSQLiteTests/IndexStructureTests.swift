import Testing

@testable import NewsArchiveSQLite

@Suite struct IndexStructureTests {
    private let record: [UInt8] = [
        0, 0, 0, 3,  // the cookie
        2, 3, 0x81, 0x00,  // two levels, three segments, 128 pages written
        0, 2, 4, 1, 9, 5, 1, 0x82, 0x01,  // the lower level: segments 4 and 5
        1, 1, 2, 7, 40,  // the higher one: segment 2, which is being merged
    ]

    @Test func aRecordIsReadAndWrittenAsItIs() throws {
        let structure = try #require(IndexStructure(record))
        #expect(structure.bytes == record)
        #expect(structure.writeCounter == 128)
        #expect(structure.segmentsByAge.map(\.id) == [2, 4, 5])
        #expect(structure.segmentsByAge.map(\.lastPage) == [40, 9, 257])
        #expect(structure.levels.map(\.merging) == [0, 1])
    }

    @Test func aPartOfARecordIsNone() {
        for length in record.indices { #expect(IndexStructure(Array(record[..<length])) == nil) }
        #expect(IndexStructure(record + [0]) == nil)
    }

    @Test func aNewSegmentIsTheNewestAndHasAnIDThatNoOtherHas() throws {
        var structure = try #require(IndexStructure(record))
        let added = structure.append(pagesOf: .init(id: 4, firstPage: 1, lastPage: 10))
        #expect(added == .init(id: 1, firstPage: 1, lastPage: 10))
        #expect(structure.append(pagesOf: .init(id: 4, firstPage: 1, lastPage: 1))?.id == 3)
        #expect(structure.segmentsByAge.map(\.id) == [2, 4, 5, 1, 3])
        #expect(structure.writeCounter == 139)
        #expect(IndexStructure(structure.bytes) == structure)
    }

    @Test func anIndexWithoutASegmentGetsItsFirst() throws {
        var structure = try #require(IndexStructure([0, 0, 0, 0, 0, 0, 0]))
        #expect(structure.append(pagesOf: .init(id: 1, firstPage: 1, lastPage: 2))?.id == 1)
        #expect(structure.levels.count == 1)
    }

    @Test func moreSegmentsThanFTS5CanHaveAreNotAdded() throws {
        var structure = try #require(IndexStructure([0, 0, 0, 0, 0, 0, 0]))
        for _ in 0..<IndexStructure.segmentLimit {
            #expect(structure.append(pagesOf: .init(id: 1, firstPage: 1, lastPage: 1)) != nil)
        }
        #expect(structure.append(pagesOf: .init(id: 1, firstPage: 1, lastPage: 1)) == nil)
        #expect(IndexStructure(structure.bytes) == structure)
    }
}
