import Foundation
import NewsArchive

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
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Failure(description: "\(path) cannot be opened") }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var parser: (any DumpParser)?
        var count = 0
        while case let length = read(descriptor, buffer.baseAddress, buffer.count), length > 0 {
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<length])
            if parser == nil, case .format(let format) = DumpFormat.detect(in: piece) { parser = format.makeParser() }
            guard parser != nil else { throw Failure(description: "\(path) is no dump") }
            parser?.parse(piece) { _ in count += 1 }
        }
        parser?.finish { _ in count += 1 }
        return count
    }

    private static func readByXMLLint(_ path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xmllint", "--stream", "--noout", "--huge", path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "xmllint failed; it is in Debian's package libxml2-utils")
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
