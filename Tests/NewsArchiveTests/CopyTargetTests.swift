import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct CopyTargetTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.url.appending(path: name))
    }

    private func archive(_ name: String) async throws {
        let archive = try Archive(path: folder.path(name))
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        await archive.close()
    }

    private func refusal(_ path: String, replacing: Bool = false) -> String? {
        do {
            _ = try CopyTarget(path: path, source: folder.path("a.sqlite"), replacing: replacing)
            return nil
        } catch ArchiveError.unusableTarget(path, let reason) {
            return reason
        } catch {
            return "\(error)"
        }
    }

    @Test func theNameIsTakenWhenTheCopyIsWholeAndNotBefore() throws {
        do {
            let target = try CopyTarget(path: folder.path("copy"), source: nil, replacing: false)
            try write("all of it", to: "copy.partial")
            #expect(try names() == ["copy.partial"])
            try target.publish()
            #expect(try names() == ["copy"])
        }
        #expect(try names() == ["copy"])
        #expect(try String(contentsOfFile: folder.path("copy"), encoding: .utf8) == "all of it")
    }

    @Test func aCopyThatWasNotFinishedLeavesNothing() throws {
        do {
            let target = try CopyTarget(path: folder.path("copy"), source: nil, replacing: false)
            for suffix in CopyTarget.companions { try write("", to: "copy.partial\(suffix)") }
            _ = target
        }
        #expect(try names() == [])
    }

    @Test func whatIsNoArchiveIsNeverWrittenOver() async throws {
        try await archive("a.sqlite")
        try write(
            "a letter of some length, by which it is known that it is no database of any kind, nor empty, but a text",
            to: "letter")
        try FileManager.default.createDirectory(
            atPath: folder.path("folder"), withIntermediateDirectories: true)
        for isReplacing in [false, true] {
            #expect(refusal(folder.path("a.sqlite"), replacing: isReplacing) == "it is the archive itself")
            #expect(refusal(folder.path("folder"), replacing: isReplacing) == "it is a folder")
            #expect(refusal(folder.path("folder/"), replacing: isReplacing)?.contains("folder") == true)
            #expect(refusal("/dev/null", replacing: isReplacing) == "it is no ordinary file")
            #expect(refusal(folder.path("none/copy"), replacing: isReplacing) == "No such file or directory")
            #expect(refusal("", replacing: isReplacing) == "that is no file's name")
        }
        #expect(refusal(folder.path("letter")) == "there is such a file already")
        #expect(refusal(folder.path("letter"), replacing: true) == "it is no archive, and is not replaced")
        #expect(try names() == ["a.sqlite", "folder", "letter"])
    }

    @Test func theArchiveItselfIsKnownByAnyOfItsNames() async throws {
        try await archive("a.sqlite")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("soft"), withDestinationPath: folder.path("a.sqlite"))
        try FileManager.default.linkItem(atPath: folder.path("a.sqlite"), toPath: folder.path("hard"))
        for name in ["soft", "hard"] {
            #expect(refusal(folder.path(name), replacing: true) == "it is the archive itself")
        }
    }

    @Test func namesThatSQLiteUsesBesideAnotherDatabaseAreRefused() async throws {
        try await archive("a.sqlite")
        for suffix in CopyTarget.companions {
            #expect(refusal(folder.path("a.sqlite\(suffix)"))?.contains("part of another database") == true)
        }
        #expect(refusal(folder.path("other-wal")) == nil)
    }

    // SQLite would play it back into the copy.
    @Test(arguments: ["-wal", "-journal"])
    func whatIsLeftOfAnotherDatabaseOfThatNameIsInTheWay(suffix: String) throws {
        try write("", to: "copy\(suffix)")
        #expect(refusal(folder.path("copy"))?.contains("left behind") == true)
    }

    @Test func anArchiveIsReplacedWhenThatIsWanted() async throws {
        try await archive("old")
        #expect(refusal(folder.path("old")) == "there is such a file already")
        let target = try CopyTarget(path: folder.path("old"), source: nil, replacing: true)
        try write("new", to: "old.partial")
        try target.publish()
        #expect(try String(contentsOfFile: folder.path("old"), encoding: .utf8) == "new")
        #expect(try names() == ["old"])
    }

    @Test func anArchiveThatSomebodyHasOpenIsNotReplaced() async throws {
        try await archive("old")
        let other = try Archive(path: folder.path("old"))
        _ = try await other.statistics()
        #expect(throws: ArchiveError.busy(path: folder.path("old"))) {
            try CopyTarget(path: folder.path("old"), source: nil, replacing: true)
        }
        _ = try await other.importDump(Listing.dump(Listing.records(5), name: "more"))
        #expect(try await other.statistics().articles == 5)
        await other.close()
    }

    @Test func anArchiveOfALaterVersionIsNotReplaced() async throws {
        try await archive("old")
        try Connection(.readWrite(path: folder.path("old"))).execute("PRAGMA user_version = 99")
        #expect(refusal(folder.path("old"), replacing: true)?.contains("schema version 99") == true)
    }

    @Test func aFileThatAppearedMeanwhileIsNotReplaced() throws {
        let target = try CopyTarget(path: folder.path("copy"), source: nil, replacing: false)
        try write("somebody's", to: "copy")
        #expect(throws: CopyTarget.isTaken(folder.path("copy"))) { try target.publish() }
        #expect(try String(contentsOfFile: folder.path("copy"), encoding: .utf8) == "somebody's")
    }

    @Test func nobodyMayReadTheCopyWhoMayNotReadTheArchive() async throws {
        try await archive("a.sqlite")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.path("a.sqlite"))
        let target = try CopyTarget(
            path: folder.path("copy"), source: folder.path("a.sqlite"), replacing: false)
        let attributes = try FileManager.default.attributesOfItem(atPath: target.partial.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func whatCouldNotBeWrittenIsSaidOfTheCopy() throws {
        let target = try CopyTarget(path: folder.path("copy"), source: nil, replacing: false)
        #expect(throws: ArchiveError.diskFull(path: folder.path("copy"))) {
            try target.translating { throw SQLiteError(extendedCode: ResultCode.full, message: "") }
        }
        // SQLITE_IOERR_WRITE, and SQLITE_IOERR_READ, which is the archive's.
        #expect(throws: ArchiveError.inaccessible(path: folder.path("copy"), reason: "x")) {
            try target.translating { throw SQLiteError(extendedCode: 778, message: "x") }
        }
        #expect(throws: SQLiteError(extendedCode: 266, message: "x")) {
            try target.translating { throw SQLiteError(extendedCode: 266, message: "x") }
        }
    }
}
