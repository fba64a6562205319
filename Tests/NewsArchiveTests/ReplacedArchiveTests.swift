import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct ReplacedArchiveTests {
    @Test func theLogOfAKilledProcessIsGoneBeforeTheNameIs() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        // As a process that was killed leaves them: they belong together, and not to what comes after.
        try FileManager.default.createDirectory(
            atPath: folder.path("killed"), withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.path("a.sqlite\(suffix)"), toPath: folder.path("killed/a.sqlite\(suffix)"))
        }
        let replaced = try ReplacedArchive(path: folder.path("killed/a.sqlite"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("killed/a.sqlite-wal")))
        _ = withExtendedLifetime(replaced) {
            #expect(throws: SQLiteError.self) {
                try Connection(.readWrite(path: folder.path("killed/a.sqlite")))
                    .integer("SELECT count(*) FROM article")
            }
        }
    }

    @Test func anEmptyFileIsHeld() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: folder.url.appending(path: "empty"))
        #expect(throws: Never.self) { try ReplacedArchive(path: folder.path("empty")) }
    }
}
