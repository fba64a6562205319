import Foundation
import NewsArchive
import Testing

@testable import news_archive

struct DumpPathsTests {
    private func names(_ paths: DumpPaths, in place: Workspace) -> [String] {
        paths.inputs.map { $0.dump.name.replacing(place.url.path + "/", with: "") }
    }

    @Test func argumentsKeepTheirOrder() throws {
        let place = try Workspace()
        try place.write("b", to: "b")
        try place.write("a", to: "a")
        let paths = DumpPaths([place.path("b"), "-", place.path("a")], excluding: [])
        #expect(
            paths.inputs.map(\.dump) == [
                .file(path: place.path("b")), .standardInput, .file(path: place.path("a")),
            ])
        #expect(paths.inputs.allSatisfy { $0.folder == nil })
        #expect(paths.problems.isEmpty)
    }

    @Test func theFilesOfAFolderKnowIt() throws {
        let place = try Workspace()
        for name in ["c", "a/b", "a/a", ".hidden", "a/.hidden"] { try place.write("x", to: "dumps/\(name)") }
        let paths = DumpPaths([place.path("dumps")], excluding: [])
        #expect(names(paths, in: place) == ["dumps/a/a", "dumps/a/b", "dumps/c"])
        #expect(paths.inputs.allSatisfy { $0.folder == place.path("dumps") })
    }

    @Test func aSlashBehindAFolderIsNotDoubled() throws {
        let place = try Workspace()
        try place.write("x", to: "dumps/a")
        #expect(names(DumpPaths([place.path("dumps") + "/"], excluding: []), in: place) == ["dumps/a"])
    }

    @Test func theArchiveAndItsCompanionsAreExcluded() throws {
        let place = try Workspace()
        for name in ["n.sqlite", "n.sqlite-wal", "n.sqlite-shm", "n.sqlite-journal", "n.sqlite-old"] {
            try place.write("x", to: "dumps/\(name)")
        }
        let paths = DumpPaths([place.path("dumps")], excluding: [place.path("dumps/n.sqlite")])
        #expect(names(paths, in: place) == ["dumps/n.sqlite-old"])
    }

    @Test func anExcludedFileIsKnownUnderItsOtherNames() throws {
        let place = try Workspace()
        try place.write("x", to: "dumps/a")
        try place.write("x", to: "n.sqlite")
        try place.link("dumps/b", to: place.path("n.sqlite"))
        let paths = DumpPaths([place.path("dumps")], excluding: [place.path("./dumps/../n.sqlite")])
        #expect(names(paths, in: place) == ["dumps/a"])
    }

    @Test func anExcludedFileThatIsNamedIsTakenAtItsWord() throws {
        let place = try Workspace()
        try place.write("x", to: "n.sqlite")
        let paths = DumpPaths([place.path("n.sqlite")], excluding: [place.path("n.sqlite")])
        #expect(paths.inputs.count == 1)
    }

    @Test func linksToFilesAreFollowedAndLinksToFoldersAreNot() throws {
        let place = try Workspace()
        try place.write("x", to: "elsewhere/a")
        try place.makeFolder("dumps")
        try place.link("dumps/file", to: place.path("elsewhere/a"))
        try place.link("dumps/folder", to: place.path("elsewhere"))
        #expect(names(DumpPaths([place.path("dumps")], excluding: []), in: place) == ["dumps/file"])
    }

    @Test func aFolderThatIsNamedByALinkIsSearched() throws {
        let place = try Workspace()
        try place.write("x", to: "elsewhere/a")
        try place.link("dumps", to: place.path("elsewhere"))
        #expect(names(DumpPaths([place.path("dumps")], excluding: []), in: place) == ["dumps/a"])
    }

    @Test(arguments: ["", "missing", "missing/"])
    func whatIsNotThereIsAProblemInASentence(name: String) {
        let paths = DumpPaths([name], excluding: [])
        #expect(paths.inputs.isEmpty)
        #expect(paths.problems == ["\(name) could not be read: No such file or directory"])
    }

    @Test func aLinkToNothingIsAProblemAndTheOtherFilesAreNot() throws {
        let place = try Workspace()
        try place.write("x", to: "dumps/b")
        try place.link("dumps/a", to: "nothing")
        let paths = DumpPaths([place.path("dumps")], excluding: [])
        #expect(names(paths, in: place) == ["dumps/b"])
        #expect(paths.problems.count == 1)
        #expect(paths.problems.first?.contains("dumps/a could not be read") == true)
    }

    @Test func aPipeInAFolderIsNoDump() throws {
        let place = try Workspace()
        try place.write("x", to: "dumps/b")
        #expect(mkfifo(place.path("dumps/a"), 0o600) == 0)
        let paths = DumpPaths([place.path("dumps")], excluding: [])
        #expect(names(paths, in: place) == ["dumps/b"])
    }

    @Test func aFolderWithoutFilesIsAProblem() throws {
        let place = try Workspace()
        try place.makeFolder("dumps/empty")
        let paths = DumpPaths([place.path("dumps")], excluding: [])
        #expect(paths.problems == ["\(place.path("dumps")) holds no dumps: there is no file in it"])
    }
}
