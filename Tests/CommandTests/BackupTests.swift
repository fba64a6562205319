import Foundation
import Testing

struct BackupTests {
    @Test func aBackupIsReportedOnOneLineAndIsAnArchive() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let outcome = try place.run("backup", "copy.sqlite")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        let size = place.size(of: "copy.sqlite")
        #expect(outcome.lines.count == 1)
        #expect(outcome.text.hasPrefix("copy.sqlite: 50 articles, \(size) bytes, checked, in "))
        #expect(try place.run("stats", "--archive", "copy.sqlite").text == place.run("stats").text)
        #expect(try place.names() == ["copy.sqlite", "news.sqlite"])
    }

    @Test func theReportAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let report = try JSONValue(place.run("backup", "--json", "copy.sqlite").output)
        #expect(report.keys == ["articles", "bytes", "path", "seconds"])
        #expect(report["path"] == "copy.sqlite")
        #expect(report["articles"] == 50)
        #expect(report["bytes"] == .integer(Int64(place.size(of: "copy.sqlite"))))
    }

    @Test func quietSaysNothing() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let outcome = try place.run("backup", "--quiet", "copy.sqlite")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    }

    @Test func anExistingFileIsKeptUnlessItIsAnArchiveAndThatIsForced() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        #expect(try place.run("backup", "copy.sqlite").status == 0)
        let refused = try place.run("backup", "copy.sqlite")
        #expect(refused.status == 1)
        #expect(
            refused.errorLines == [
                "news-archive: no archive was written to copy.sqlite: there is such a file already"
            ])
        #expect(try place.run("backup", "--force", "copy.sqlite").status == 0)
        try place.write("a letter", to: "letter")
        #expect(try place.run("backup", "--force", "letter").status == 1)
        #expect(try place.text(of: "letter") == "a letter")
    }

    @Test func withoutAnArchiveNoneIsMade() throws {
        let place = try Workspace()
        #expect(try place.run("backup", "copy.sqlite").status == 1)
        #expect(try place.run("compact").status == 1)
        #expect(try place.names() == [])
    }

    @Test func anInterruptedBackupLeavesNothingOrAllOfIt() throws {
        let place = try Workspace()
        let dump = (0..<20_000).map { "0\(1 + $0 % 9).02.2025, 10:00 1\nFerry \($0)\npier\($0) crew\($0)\n" }
        try place.write(dump.joined(), to: "dump.txt")
        _ = try place.run("import", "dump.txt")
        let backup = try place.start("backup", "copy.sqlite")
        // A machine may be so busy that this is noticed when all is done.
        for _ in 0..<5_000_000 {
            guard backup.isRunning, place.size(of: "copy.sqlite.partial") == 0 else { break }
            sched_yield()
        }
        backup.interrupt()
        let outcome = try backup.outcome()
        let isDone = place.exists("copy.sqlite")
        #expect(outcome.status == (isDone ? 0 : 130))
        #expect(try place.names() == (isDone ? ["copy.sqlite"] : []) + ["dump.txt", "news.sqlite"])
        if !isDone { #expect(outcome.errorText == "stopping; once more to stop at once\n") }
    }

    @Test func aFileIsNeeded() throws {
        let place = try Workspace()
        #expect(try place.run("backup").status == 64)
        #expect(try place.run("backup", "a", "b").status == 64)
    }
}
