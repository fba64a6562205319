import Foundation

/// What parsing a dump takes, beside `xmllint --stream --noout` over the same file, in turns.
enum ParseBenchmark {
    static func run(_ path: String, runs: Int) throws -> String {
        var ours: [Double] = []
        var theirs: [Double] = []
        var count = 0
        for _ in 0..<runs {
            theirs.append(try seconds { try readByXMLLint(path) })
            ours.append(try seconds { count = try parse(path) })
        }
        guard let best = ours.min(), let peer = theirs.min() else { return "" }
        return """
            \(path): \(count) records
            ours     \(NumberText.time(best))
            xmllint  \(NumberText.time(peer))
            ratio    \(NumberText.factor(best / peer))
            """
    }

    private static func seconds(_ work: () throws -> Void) throws -> Double {
        let clock = ContinuousClock()
        return try clock.measure(work) / .seconds(1)
    }

    private static func parse(_ path: String) throws -> Int {
        var count = 0
        try DumpRecords.forEach(in: path) { _ in count += 1 }
        return count
    }

    private static func readByXMLLint(_ path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xmllint", "--stream", "--noout", "--huge", path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchmarkFailure(description: "xmllint failed; it is in Debian's package libxml2-utils")
        }
    }
}
