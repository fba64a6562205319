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
}
