import Foundation
import NewsArchive
import NewsArchiveSQLite
import Testing

struct WritingOptionsTests {
    private static func dump(_ subject: String, records: Int = 3) -> String {
        (0..<records).map { number in
            "\(10 + number % 18).02.2025, 10:00 \(number)\n\(subject) \(number)\npier\(number) crew\(number)\n"
        }.joined()
    }

    @Test func whoeverHoldsTheArchiveForTooLongIsNamed() throws {
        let place = try Workspace(importing: Self.dump("Ferry"))
        try place.write(Self.dump("Bridge"), to: "other.txt")
        let writer = try Connection(.readWrite(path: place.path("news.sqlite")))
        try writer.execute("BEGIN IMMEDIATE")
        let refused = try place.run("import", "--wait", "0", "other.txt")
        #expect(refused.status == 1)
        #expect(refused.errorText.contains("news.sqlite is being written by process \(getpid()) ("))
        // Readers do not wait.
        #expect(try place.search("ferry").count == 3)
        try writer.execute("ROLLBACK")
        #expect(try place.run("import", "--wait", "0", "other.txt").status == 0)
    }

    @Test func aWriterWaitsForAnother() throws {
        let place = try Workspace(importing: Self.dump("Ferry"))
        try place.write(Self.dump("Bridge"), to: "other.txt")
        let writer = try Connection(.readWrite(path: place.path("news.sqlite")))
        try writer.execute("BEGIN IMMEDIATE")
        let waiting = try place.start("import", "--wait", "600", "other.txt")
        try writer.execute("ROLLBACK")
        #expect(try waiting.outcome().status == 0)
        #expect(try place.search("bridge").count == 3)
    }

    @Test func aWriterThatWaitsCanBeInterrupted() throws {
        let place = try Workspace(importing: Self.dump("Ferry"))
        try place.write(Self.dump("Bridge"), to: "other.txt")
        let writer = try Connection(.readWrite(path: place.path("news.sqlite")))
        try writer.execute("BEGIN IMMEDIATE")
        let waiting = try place.start("import", "--wait", "600", "other.txt")
        // A signal that comes before it listens ends it at once, which is as good.
        waiting.interrupt()
        let status = try waiting.outcome().status
        #expect(status == 130 || status == 128 + SIGINT)
        try writer.execute("ROLLBACK")
    }

    @Test func twoImportsAtOnceBothGetTheirTurns() throws {
        let place = try Workspace(importing: Self.dump("Ferry"))
        try place.write(Self.dump("Bridge", records: 30_000), to: "one.txt")
        try place.write(Self.dump("Tunnel", records: 30_000), to: "two.txt")
        let imports = try ["one.txt", "two.txt"].map { try place.start("import", "--wait", "60", $0) }
        for outcome in try imports.map({ try $0.outcome() }) {
            #expect(outcome.status == 0, "\(outcome.errorText)")
        }
        #expect(try place.statistics()["articles"] == .integer(60_003))
    }

    /// Else the other one, as the last that has the archive open, would remove the log that this one goes on writing.
    @Test func anotherProcessLeavesTheLogOfAnArchiveThatIsOpenHere() async throws {
        let place = try Workspace(importing: Self.dump("Ferry"))
        let archive = try Archive(path: place.path("news.sqlite"))
        _ = try await archive.importDump(.bytes(Array(Self.dump("Bridge").utf8), name: "bridge"))
        #expect(try await archive.search("bridge").results.count == 3)
        let second = try Archive(path: place.path("news.sqlite"), mode: .readOnly)
        #expect(try await second.search("bridge").results.count == 3)
        #expect(try place.search("bridge").count == 3)
        #expect(place.exists("news.sqlite-wal"))
        _ = try await archive.importDump(.bytes(Array(Self.dump("Tunnel").utf8), name: "tunnel"))
        #expect(try place.search("tunnel").count == 3)
        await second.close()
        await archive.close()
        #expect(try place.search("tunnel").count == 3)
    }

    @Test(arguments: ["-1", "soon", "nan", "inf"])
    func whatIsNoTimeToWaitIsWrongUsage(text: String) throws {
        #expect(try Workspace().run("import", "--wait=\(text)", "dump.txt").status == 64)
    }

    @Test(arguments: ["news.sqlite", "./news.sqlite"])
    func theArchiveIsNoDump(name: String) throws {
        let place = try Workspace(importing: Self.dump("Ferry"))
        let outcome = try place.run("import", name)
        #expect(outcome.status == 1)
        #expect(outcome.errorText == "news-archive: \(name) is no dump: it is the archive itself\n")
    }
}
