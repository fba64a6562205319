import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

struct ArchiveSalvageTests {
    private static let pageSize = 4096

    private func content(_ path: String) async throws -> [String] {
        let archive = try Archive(path: path, mode: .readOnly)
        let content = try await archive.content()
        await archive.close()
        return content
    }

    private func damaged(
        in folder: TemporaryFolder, _ damage: (inout Data) -> Void
    ) async throws -> (sound: String, damaged: String) {
        let (sound, copy) = (folder.path("sound.sqlite"), folder.path("damaged.sqlite"))
        try await SoundArchive.make(sound)
        var bytes = try Data(contentsOf: URL(filePath: sound))
        damage(&bytes)
        try bytes.write(to: URL(filePath: copy))
        return (sound, copy)
    }

    @Test func ofASoundArchiveNothingIsMissing() async throws {
        let folder = try TemporaryFolder()
        let files = try await damaged(in: folder) { _ in }
        let report = try await Archive.salvage(path: files.damaged, into: folder.path("new.sqlite"))
        #expect(report.remaining.isClean)
        #expect(report.unreadablePages == 0 && report.strayPages == 0)
        #expect(report.lostArticles == 0 && report.lostTexts == 0)
        #expect(report.tables.allSatisfy { $0.dropped == 0 && $0.mended == 0 })
        let salvaged = try await content(folder.path("new.sqlite"))
        let sound = try await content(files.sound)
        #expect(salvaged == sound)
    }

    @Test func withoutTheFirstPageTheRowsAreFound() async throws {
        let folder = try TemporaryFolder()
        let files = try await damaged(in: folder) {
            $0.replaceSubrange(0..<Self.pageSize, with: Data(count: Self.pageSize))
        }
        #expect(try await Archive.check(path: files.damaged).needsSalvage)
        await #expect(throws: ArchiveError.self) { try await Archive.repair(path: files.damaged) }
        let report = try await Archive.salvage(path: files.damaged, into: folder.path("new.sqlite"))
        #expect(report.remaining.isClean)
        let salvaged = try await content(folder.path("new.sqlite"))
        let sound = try await content(files.sound)
        #expect(salvaged == sound)
    }

    @Test(arguments: 1...60)
    func afterRandomDamageWhatIsSalvagedIsSound(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: seed)
        let files = try await damaged(in: folder) { bytes in
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let start = Int.random(in: 0..<bytes.count, using: &random)
                let length =
                    [1, 16, 300, Self.pageSize, 3 * Self.pageSize].randomElement(using: &random) ?? 1
                for place in start..<min(start + length, bytes.count) {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            if Bool.random(using: &random) {
                bytes = bytes.prefix(Int.random(in: bytes.count / 2..<bytes.count, using: &random))
            }
        }
        let before = try Data(contentsOf: URL(filePath: files.damaged))
        var found: CheckReport?
        do {
            found = try await Archive.check(path: files.damaged, deep: true)
        } catch is ArchiveError {
            // Its first page says that it is something else.
        }
        if found?.isClean == true {
            let unnoticed = try await content(files.damaged)
            let sound = try await content(files.sound)
            #expect(unnoticed == sound)
        }
        let report = try await Archive.salvage(path: files.damaged, into: folder.path("new.sqlite"))
        #expect(report.remaining.isClean, "\(report.remaining)")
        #expect(try await Archive.check(path: folder.path("new.sqlite"), deep: true).isClean)
        #expect(try Data(contentsOf: URL(filePath: files.damaged)) == before)
    }

    @Test func whatOnlyTheLogHasIsSalvaged() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("news.sqlite"))
        try await archive.pool.writer.run { _ = try $0.integer("PRAGMA wal_autocheckpoint = 0") }
        _ = try await archive.importDump(Listing.dump(Listing.records(300)))
        try await archive.pool.writer.run { try $0.execute("UPDATE article SET credit = 'by the log alone'") }
        let report = try await Archive.salvage(
            path: folder.path("news.sqlite"), into: folder.path("new.sqlite"))
        #expect(report.articles == 300)
        let salvaged = try await content(folder.path("new.sqlite"))
        let logged = try await archive.content()
        #expect(salvaged == logged)
        await archive.close()
    }

    @Test(arguments: Damage.unhealable)
    func aDamageThatCannotBeHealedInPlaceIsLeftBehind(damage: Damage) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("news.sqlite")
        try await SoundArchive.make(path)
        let connection = try Connection(.readWrite(path: path))
        try damage.apply(to: connection)
        let report = try await Archive.salvage(path: path, into: folder.path("new.sqlite"))
        #expect(report.remaining.isClean, "\(report.remaining)")
    }

    @Test func aFileThatIsThereIsNotReplaced() async throws {
        let folder = try TemporaryFolder()
        let files = try await damaged(in: folder) { _ in }
        await #expect(throws: ArchiveError.self) {
            try await Archive.salvage(path: files.sound, into: files.damaged)
        }
    }

    @Test func ofAFileWithoutAnyRowNothingIsMade() async throws {
        let folder = try TemporaryFolder()
        try Data(repeating: 7, count: 20_000).write(to: folder.url.appending(path: "noise"))
        await #expect(throws: ArchiveError.self) {
            try await Archive.salvage(path: folder.path("noise"), into: folder.path("new.sqlite"))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(names == ["noise"])
    }
}
