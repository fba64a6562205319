import Testing

@testable import NewsArchive

@Suite struct ArchiveFileHeaderTests {
    @Test func anEmptyFileCanBecomeAnArchive() {
        #expect(ArchiveFileHeader.verdict([]) == .empty)
    }

    @Test func aFileThatIsCutOffIsNoDatabase() {
        #expect(
            ArchiveFileHeader.verdict(Array("SQLite format 3\0".utf8)) == .foreign("it is no SQLite database")
        )
    }
}
