import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct ChecksumCheckTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("news.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Makes an archive in which one letter of one text is another one; returns the page that it is in.
    private func makeWithOneWrongLetter() async throws -> Int {
        try await SoundArchive.make(path)
        var bytes = try Data(contentsOf: URL(filePath: path))
        let place = try #require(bytes.range(of: Data("town gazette".utf8))).lowerBound
        bytes[place] = UInt8(ascii: "T")
        try bytes.write(to: URL(filePath: path))
        return place / 4096 + 1
    }

    @Test func aLetterThatChangedIsFoundWithItsPage() async throws {
        let page = try await makeWithOneWrongLetter()
        let report = try await Archive.check(path: path)
        #expect(report.counts == [.pageChecksum: 1])
        #expect(report.problems.map(\.place) == ["page \(page)"])
        #expect(report.problems.map(\.remedy) == [.mend])
        #expect(!report.needsSalvage)
    }

    @Test func aPageThatTheLogHasAnewMayBeHalfWrittenInTheFile() async throws {
        try await SoundArchive.make(path)
        // The log stays beside the file, as after a loss of power.
        let reader = try Connection(.readOnly(path: path))
        try reader.execute("BEGIN")
        _ = try reader.integer("SELECT count(*) FROM body")
        do {
            let writer = try Connection(.readWrite(path: path))
            try writer.execute("UPDATE body SET text = replace(text, 'town gazette', 'TOWN GAZETTE')")
        }
        let log = try #require(try WriteAheadLog(path: path + "-wal"))
        let page = try #require((2...100).first { log.page($0) != nil })
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seek(toOffset: UInt64((page - 1) * 4096 + 2000))
        try file.write(contentsOf: Data("torn".utf8))
        var pages = WrongPages(reader)
        #expect(try reader.wrongPage(from: 1) == page)
        #expect(try pages.first(from: 1) == nil)
    }

    @Test func whoOnlyReadsIsGivenWhatThereIs() async throws {
        _ = try await makeWithOneWrongLetter()
        let archive = try Archive(path: path, mode: .readOnly)
        #expect(try await !archive.search("ferry").results.isEmpty)
        await archive.close()
    }

    @Test func aWrongPageIsNotWrittenAgainByAnImport() async throws {
        _ = try await makeWithOneWrongLetter()
        let later = Folder.fixtures.appending(path: "Dumps/listing-tiny-invented.txt").path
        let archive = try Archive(path: path)
        let error = await #expect(throws: ArchiveError.self) {
            for index in 0..<2 {
                let text = try String(contentsOfFile: later, encoding: .utf8).replacing(
                    "gazette", with: "paper \(index)")
                _ = try await archive.importDump(.bytes(Array(text.utf8), name: "other"))
            }
        }
        #expect(error == .damaged(path: path, reason: ArchiveError.wrongPage))
        await archive.close()
        #expect(try await Archive.check(path: path).counts[.pageChecksum] == 1)
    }

    @Test func aWrongPageIsNotCopied() async throws {
        _ = try await makeWithOneWrongLetter()
        let (copy, compacted) = (folder.path("copy.sqlite"), folder.path("compact.sqlite"))
        let archive = try Archive(path: path, mode: .readOnly)
        await #expect(throws: ArchiveError.damaged(path: path, reason: ArchiveError.wrongPage)) {
            try await archive.backUp(to: copy)
        }
        await #expect(throws: ArchiveError.damaged(path: path, reason: ArchiveError.wrongPage)) {
            try await archive.compact(into: compacted)
        }
        await archive.close()
        #expect(!FileManager.default.fileExists(atPath: copy))
    }

    @Test func aRepairTakesThePageAsItIs() async throws {
        _ = try await makeWithOneWrongLetter()
        let trial = try await Archive.repair(path: path, isDryRun: true)
        #expect(try await Archive.check(path: path).counts[.pageChecksum] == 1)
        let report = try await Archive.repair(path: path)
        #expect(report.repairs == trial.repairs)
        #expect(report.repairs.map(\.kind) == [.pageChecksum])
        #expect(report.remaining.isClean)
        #expect(try await Archive.check(path: path, deep: true).isClean)
    }

    @Test func everyPageOfACopyIsSealed() async throws {
        let archive = try Archive(path: path)
        _ = try await archive.importDump(Listing.dump(Listing.records(6000)))
        _ = try await archive.backUp(to: folder.path("copy.sqlite"))
        _ = try await archive.compact(into: folder.path("compact.sqlite"))
        await archive.close()
        for name in ["news.sqlite", "copy.sqlite", "compact.sqlite"] {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.path(name))))
            let unsealed = (0..<bytes.count / 4096).filter {
                !isSealedPage(Array(bytes[$0 * 4096..<($0 + 1) * 4096]), number: $0 + 1)
            }
            #expect(unsealed == [], "\(name)")
            // More than SQLite keeps in memory while it copies (cache_size): pages are written before the first one.
            #expect(bytes.count > 2_048_000)
        }
    }

    @Test func anArchiveOfAnEarlierVersionHasChecksumsWhenItWasCompacted() async throws {
        let fixture = Folder.fixtures.appending(path: "Archives/version-7.sqlite")
        try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
        let archive = try Archive(path: path)
        let before = try await archive.check()
        #expect(before.isClean)
        #expect(before.omissions.count == 1)
        _ = try await archive.compact()
        let after = try await archive.check()
        #expect(after.isClean && after.omissions.isEmpty)
        await archive.close()
    }
}
