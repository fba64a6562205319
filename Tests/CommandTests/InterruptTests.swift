import Foundation
import Testing

struct InterruptTests {
    // A transaction takes 20,000 records at the most: there are three.
    private static let articles = 45_000

    private static func dump() -> String {
        (0..<articles).map { number in
            "\(10 + number % 18).02.2025, 10:00 \(number)\nFerry \(number)\npier\(number) crew\(number)\n"
        }.joined()
    }

    @Test func anInterruptedImportIsCompletedByTheSameCommand() throws {
        let place = try Workspace()
        try place.write(Self.dump(), to: "dump.txt")
        let interrupted = try place.start("import", "--json", "dump.txt")
        // The first of them is in, or is being written. A machine may be so busy that this is noticed after the last.
        for _ in 0..<5_000_000 {
            guard interrupted.isRunning, place.size(of: "news.sqlite-wal") < 1_000_000 else { break }
            sched_yield()
        }
        interrupted.interrupt()
        let first = try interrupted.outcome()
        let report = try JSONValue(first.output)
        let wasInterrupted = report["interrupted"] == true
        #expect(first.status == (wasInterrupted ? 130 : 0))
        if wasInterrupted {
            #expect(first.errorText == "stopping after the records at hand; once more to stop at once\n")
            #expect(try JSONValue(place.run("dumps", "--json").output)["finished"] == nil)
        }

        let second = try JSONValue(place.run("import", "--json", "dump.txt").output)
        #expect(second["interrupted"] == false)
        #expect(second["resumed"] == report["records"])
        let counts = [report["added"], second["added"]].compactMap(\.integer)
        #expect(counts.reduce(0, +) == Int64(Self.articles))
        #expect(try place.statistics()["articles"] == .integer(Int64(Self.articles)))
        #expect(try JSONValue(place.run("dumps", "--json").output)["finished"] != nil)
        #expect(try place.search("pier44999 crew44999").count == 1)
    }
}
