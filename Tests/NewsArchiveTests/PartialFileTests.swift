import Foundation
import Testing

@testable import NewsArchive

@Suite struct PartialFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.url.appending(path: name))
    }

    @Test(arguments: [
        [], [UInt8](repeating: 0, count: 8192),
        Array("SQLite format 3\0".utf8) + [UInt8](repeating: 1, count: 99),
    ])
    func whatAKilledProcessLeftBehindIsReplaced(bytes: [UInt8]) throws {
        try write(bytes, to: "copy.partial")
        for suffix in CopyTarget.companions { try write([1], to: "copy.partial\(suffix)") }
        let file = try PartialFile(for: folder.path("copy"), name: "copy", permissions: 0o644)
        #expect(try names() == ["copy.partial"])
        #expect(try Data(contentsOf: URL(filePath: file.path)).isEmpty)
    }

    @Test func aFileOfSomethingElseIsNotTakenForALeftover() throws {
        try write(Array("my notes".utf8), to: "copy.partial")
        #expect {
            try PartialFile(for: folder.path("copy"), name: "copy", permissions: 0o644)
        } throws: { error in
            "\(error)".contains("a file of something else")
        }
        #expect(try String(contentsOfFile: folder.path("copy.partial"), encoding: .utf8) == "my notes")
    }

    @Test func twoCopiesOfOneNameDoNotGetInEachOthersWay() throws {
        let first = try PartialFile(for: folder.path("copy"), name: "copy", permissions: 0o644)
        let taken = ArchiveError.unusableTarget(
            path: "copy", reason: "another process is just writing it")
        #expect(throws: taken) { try PartialFile(for: folder.path("copy"), name: "copy", permissions: 0o644) }
        try write(Array("first".utf8), to: "copy.partial")
        try first.takeName(replacing: false)
        #expect(try String(contentsOfFile: folder.path("copy"), encoding: .utf8) == "first")
        // Its name is free again, though the first one is still held.
        let second = try PartialFile(for: folder.path("copy"), name: "copy", permissions: 0o644)
        #expect(try names() == ["copy", "copy.partial"])
        _ = (first, second)
    }

    @Test func aNameWithoutAFolderIsOneOfTheCurrentFolder() throws {
        let name = "news-archive-test-\(UUID().uuidString)"
        let file = try PartialFile(for: name, name: name, permissions: 0o644)
        try file.takeName(replacing: false)
        #expect(FileManager.default.fileExists(atPath: name))
        try FileManager.default.removeItem(atPath: name)
    }
}
