import Foundation
import Testing

struct DumpImporterTests {
    private let dump = "09.10.2025, 12:21 14206\nNew ferry to Farholt\nBoats leave every two hours.\n"
    private let otherDump = "08.10.2025, 09:05 310\nBakers' guild opens\nThe guild showed ledgers.\n"

    @Test(
        arguments: [
            ([], "it is empty"), (Array(" \n\n".utf8), "it is empty"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10], "it is a JPEG picture"),
            (Array("SQLite format 3\0".utf8), "it is a SQLite database"),
            (
                Array("Dear diary,\ntoday I saw a ferry.\n".utf8),
                "it is in none of the formats that are known"
            ),
        ] as [([UInt8], String)])
    func whatIsNoDumpIsNamedWithAReason(bytes: [UInt8], reason: String) throws {
        let place = try Workspace()
        try place.write(bytes, to: "other.bin")
        let outcome = try place.run("import", "other.bin")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText == "news-archive: other.bin is no dump: \(reason)\n")
    }

    @Test func aFileThatIsNotThereIsNamed() throws {
        let place = try Workspace()
        let outcome = try place.run("import", "missing.txt")
        #expect(outcome.status == 1)
        #expect(
            outcome.errorText
                == "news-archive: missing.txt could not be read: No such file or directory\n")
        #expect(try place.names().isEmpty)
    }

    @Test(.enabled(if: !Machine.isRoot)) func aFileThatMayNotBeReadIsNamed() throws {
        let place = try Workspace()
        try place.write(dump, to: "secret.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: place.path("secret.txt"))
        let outcome = try place.run("import", "secret.txt")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("secret.txt could not be read: Permission denied"))
    }

    @Test(arguments: [
        ["bad.bin", "a.txt", "b.txt"], ["a.txt", "bad.bin", "b.txt"], ["a.txt", "b.txt", "no"],
    ])
    func theOtherDumpsAreImportedAllTheSame(paths: [String]) throws {
        let place = try Workspace()
        try place.write(dump, to: "a.txt")
        try place.write(otherDump, to: "b.txt")
        try place.write([0xFF, 0xD8, 0xFF], to: "bad.bin")
        let outcome = try Command(["import"] + paths, in: place.url).outcome()
        #expect(outcome.status == 1)
        #expect(outcome.lines.map { $0.prefix(6) } == ["a.txt:", "b.txt:"])
        #expect(outcome.errorLines.count == 1)
        #expect(try place.statistics()["articles"] == 2)
    }

    @Test func whatCouldNotBeReadWeighsMoreThanWhatWasRejected() throws {
        let place = try Workspace()
        try place.write("31.02.2025, 10:00 7\nBad day\n", to: "dump.txt")
        #expect(try place.run("import", "dump.txt", "missing.txt").status == 1)
    }

    @Test func anArchiveThatCannotBeMadeIsNamed() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let outcome = try place.run("import", "--archive", "no/folder/news.sqlite", "dump.txt")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("no/folder/news.sqlite"))
        #expect(try place.names() == ["dump.txt"])
    }

    @Test func aFileThatIsNoArchiveIsLeftUntouched() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        try place.write("Dear diary\n", to: "diary.txt")
        let outcome = try place.run("import", "--archive", "diary.txt", "dump.txt")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("diary.txt is not a news archive"))
        #expect(try place.text(of: "diary.txt") == "Dear diary\n")
        #expect(try place.names() == ["diary.txt", "dump.txt"])
    }
}

struct FolderImportTests {
    private let dump = "09.10.2025, 12:21 14206\nNew ferry to Farholt\nBoats leave every two hours.\n"

    private func record(_ name: String) -> String {
        "09.10.2025, 12:21 14206\nHeadline of \(name)\nText of \(name) alone.\n"
    }

    @Test func dumpsComeInTheOrderOfTheirNames() throws {
        let place = try Workspace()
        for name in ["2025-10-02.txt", "2025-09-30.txt", "2025-10-01.txt"] {
            try place.write(record(name), to: "dumps/\(name)")
        }
        let reports = try place.run("import", "--json", "dumps").jsonLines()
        #expect(
            reports.map { $0["dump"].string } == [
                "dumps/2025-09-30.txt", "dumps/2025-10-01.txt", "dumps/2025-10-02.txt",
            ])
    }

    @Test func otherFilesAreSkippedWithANote() throws {
        let place = try Workspace()
        try place.write(dump, to: "dumps/a.txt")
        try place.write([0xFF, 0xD8, 0xFF], to: "dumps/b.jpg")
        try place.write([], to: "dumps/c.txt")
        let outcome = try place.run("import", "dumps")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
        #expect(
            outcome.errorLines == [
                "skipped dumps/b.jpg: it is a JPEG picture", "skipped dumps/c.txt: it is empty",
            ])
    }

    @Test func quietSkipsInSilence() throws {
        let place = try Workspace()
        try place.write(dump, to: "dumps/a.txt")
        try place.write([0xFF, 0xD8, 0xFF], to: "dumps/b.jpg")
        let outcome = try place.run("import", "--quiet", "dumps")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    }

    @Test func aFolderWithoutAnyDumpIsAFailure() throws {
        let place = try Workspace()
        try place.write([0xFF, 0xD8, 0xFF], to: "pictures/b.jpg")
        let outcome = try place.run("import", "pictures")
        #expect(outcome.status == 1)
        #expect(outcome.errorLines.last == "news-archive: pictures holds no dumps")
    }

    @Test func anEmptyFolderIsAFailure() throws {
        let place = try Workspace()
        try place.makeFolder("empty")
        let outcome = try place.run("import", "empty")
        #expect(outcome.status == 1)
        #expect(outcome.errorText == "news-archive: empty holds no dumps: there is no file in it\n")
        #expect(try place.names() == ["empty"])
    }

    @Test func hiddenFilesAreNobodysDumps() throws {
        let place = try Workspace()
        try place.write(dump, to: "dumps/.hidden.txt")
        try place.write(dump, to: "dumps/.git/a.txt")
        #expect(try place.run("import", "dumps").status == 1)
        try place.write(record("a"), to: "dumps/a.txt")
        let outcome = try place.run("import", "dumps")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1 && outcome.errors.isEmpty)
    }

    @Test func nestedFoldersAreSearched() throws {
        let place = try Workspace()
        for name in ["b.txt", "a/z.txt", "c/d/e.txt"] { try place.write(record(name), to: "dumps/\(name)") }
        let reports = try place.run("import", "--json", "dumps/").jsonLines()
        #expect(
            reports.map { $0["dump"].string } == ["dumps/a/z.txt", "dumps/b.txt", "dumps/c/d/e.txt"])
    }

    @Test func aLinkBackToTheFolderIsNotFollowed() throws {
        let place = try Workspace()
        try place.write(dump, to: "dumps/a.txt")
        try place.link("dumps/again", to: ".")
        let outcome = try place.run("import", "dumps")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
    }

    @Test func theArchiveAndTheRejectsAreNoDumps() throws {
        let place = try Workspace()
        try place.write(dump + "31.02.2025, 10:00 7\nBad day\n", to: "a.txt")
        #expect(try place.run("import", "--rejects", "rejects.txt", ".").status == 2)
        #expect(try place.names() == ["a.txt", "news.sqlite", "rejects.txt"])
        let rejects = try place.bytes(of: "rejects.txt")
        let again = try place.run("import", "--rejects", "rejects.txt", ".")
        #expect(again.status == 0)
        #expect(again.lines == ["./a.txt: imported before (2 records); nothing changed"])
        #expect(again.errors.isEmpty)
        #expect(try place.bytes(of: "rejects.txt") == rejects)
    }

    @Test func anotherNameOfTheArchiveIsNoDumpEither() throws {
        let place = try Workspace()
        try place.write(dump, to: "dumps/a.txt")
        _ = try place.run("import", "dumps")
        try place.link("dumps/link.sqlite", to: "../news.sqlite")
        let outcome = try place.run("import", "dumps")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }
}

struct StandardInputTests {
    private let dump = "09.10.2025, 12:21 14206\nNew ferry to Farholt\nBoats leave every two hours.\n"

    @Test func aPipeIsADump() throws {
        let place = try Workspace()
        let outcome = try place.run("import", "-", input: .pipe(Array(dump.utf8)))
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("standard input: 1 records: 1 added, "))
        #expect(try place.names() == ["news.sqlite"])
    }

    @Test func aRedirectedFileIsADump() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let file = place.url.appending(path: "dump.txt")
        let report = try JSONValue(place.run("import", "--json", "-", input: .file(file)).output)
        #expect(report["dump"] == "standard input")
        #expect(report["added"] == 1)
    }

    @Test func aPipeIsKnownAgainByItsBytes() throws {
        let place = try Workspace(importing: dump)
        let again = try place.run("import", "-", input: .pipe(Array(dump.utf8)))
        #expect(again.text == "standard input: imported before (1 records); nothing changed\n")
    }

    @Test func rejectedRecordsOfAPipeAreKept() throws {
        let place = try Workspace()
        let dump = "31.02.2025, 10:00 7\nBad day\n"
        let outcome = try place.run(
            "import", "--rejects", "rejects.txt", "-", input: .pipe(Array(dump.utf8)))
        #expect(outcome.status == 2)
        #expect(outcome.errorText.hasPrefix("standard input:1: rejected: "))
        #expect(try place.text(of: "rejects.txt") == dump)
    }

    @Test func nothingIsNoDump() throws {
        let place = try Workspace()
        let outcome = try place.run("import", "-", input: .pipe([]))
        #expect(outcome.status == 1)
        #expect(outcome.errorText == "news-archive: standard input is no dump: it is empty\n")
    }

    @Test func itComesInItsTurnAmongFiles() throws {
        let place = try Workspace()
        let outcome = try place.run(
            "import", "--json", Fixtures.tiny, "-", Fixtures.later, input: .pipe(Array(dump.utf8)))
        #expect(
            try outcome.jsonLines().map { $0["dump"].string } == [
                Fixtures.tiny, "standard input", Fixtures.later,
            ])
    }
}
