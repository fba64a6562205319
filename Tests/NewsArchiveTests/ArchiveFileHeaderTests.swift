import Foundation
import NewsArchiveSQLite
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

    /// A process loses all its locks on a file with the first descriptor of it that it closes. Another process then takes
    /// itself for the last one, and removes the write-ahead log that this one goes on writing.
    @Test func lookingAtAnArchiveThatIsOpenTakesNoneOfItsLocksAway() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.sqlite")
        let archive = try Archive(path: path)
        _ = try await archive.importDump(Listing.dump(Listing.records(1)))
        let before = try locks(onFileAt: path)
        try #require(!before.isEmpty)
        #expect(try ArchiveFileHeader.verdict(path: path) == .archive(version: Migrator.supportedVersion))
        #expect(try locks(onFileAt: path) == before)
        let second = try Archive(path: path, mode: .readOnly)
        #expect(try locks(onFileAt: path) == before)
        withExtendedLifetime((archive, second)) {}
    }

    // The kinds and bytes of this process's locks, as the kernel lists them. What others lock meanwhile moves the lines, so
    // that one reading may miss some.
    private func locks(onFileAt path: String) throws -> Set<String> {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let inode = try #require(attributes[.systemFileNumber] as? Int)
        return try (0..<50).reduce(into: []) { found, _ in
            let table = try #require(ProcessFile.text(of: "/proc/locks"))
            for line in table.split(separator: "\n") {
                let fields = line.split(separator: " ").dropFirst()
                if fields.contains(where: { $0.hasSuffix(":\(inode)") }), fields.contains("\(getpid())") {
                    found.insert(fields.joined(separator: " "))
                }
            }
        }
    }
}
