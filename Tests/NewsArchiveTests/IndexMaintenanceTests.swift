import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct IndexMaintenanceTests {
    @Test func noPageOfTheIndexSpillsIntoAnotherPageOfTheFile() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("news.sqlite"))
        _ = try await archive.importDump(Listing.dump(Listing.records(1000)))
        _ = try await archive.compact()
        await archive.close()
        let connection = try Connection(.readOnly(path: folder.path("news.sqlite")))
        // A row of a table takes the usable size less 35 bytes, of which the record's header takes 4.
        // https://www.sqlite.org/fileformat2.html#b_tree_pages
        let room = Int64(4096 - 8 - 35 - 4)
        let longest = try connection.integer("SELECT max(length(block)) FROM article_search_data")
        #expect(try #require(longest) <= room)
        #expect(try #require(longest) > room - 200)
    }

    @Test func aLargeDumpThatBroughtHardlyAnyTextLeavesTheSegmentsAsTheyAre() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("news.sqlite"))
        for subject in ["ferry", "train"] {
            _ = try await archive.importDump(Listing.dump(Listing.records(100, subject: subject)))
        }
        await archive.close()
        let connection = try ArchiveOpener(
            location: .readWrite(path: folder.path("news.sqlite")), path: "news.sqlite", waitMilliseconds: 0
        ).openForWriting()
        let maintenance = IndexMaintenance(connection, dumpBytes: 1 << 30)
        let segments = "SELECT count(DISTINCT segid) FROM article_search_idx"
        #expect(try connection.integer(segments) == 2)
        maintenance.mergeAndCheckpoint(indexedBytes: 1000)
        #expect(try connection.integer(segments) == 2)
        maintenance.mergeAndCheckpoint(indexedBytes: 1 << 30)
        #expect(try connection.integer(segments) == 1)
    }
}
