import Foundation

/// What importing a dump takes, beside others that fill an FTS5 index from the same records.
enum ImportBenchmark {
    static func run(_ options: Options) throws -> String {
        let folder = URL(fileURLWithPath: options.keep ?? NSTemporaryDirectory())
        let work = options.keep == nil ? folder.appending(path: "news-archive-benchmarks-\(UUID())") : folder
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { if options.keep == nil { try? FileManager.default.removeItem(at: work) } }
        let inputs = try ImportInputs(records: options.records, in: work)
        let contenders = ImportContender.all(inputs, command: try options.commandPath(), plain: plain)
        var results: [ImportResult] = []
        for round in 0..<options.runs {
            // Each goes first in its turn: what the one before leaves to be written back is nobody's alone.
            let shift = round % contenders.count
            for contender in contenders[shift...] + contenders[..<shift] {
                results += try measure(contender, inputs, command: try options.commandPath(), in: work)
            }
        }
        return ImportTable.text(results, records: inputs.records, baseline: ImportContender.plainCOptimized)
    }

    private static func measure(
        _ contender: ImportContender, _ inputs: ImportInputs, command: String, in folder: URL
    ) throws -> [ImportResult] {
        let file = folder.appending(path: "measured.sqlite").path
        defer { remove(file) }
        remove(file)
        var results = [try timed(contender.name, contender.arguments(file), file)]
        if contender.name == ImportContender.ours {
            let again = [command, "import", "--quiet", "--archive", file, inputs.dumpAgain]
            results.append(try timed(ImportContender.oursAgain, again, file))
        }
        return results
    }

    private static func timed(_ name: String, _ arguments: [String], _ file: String) throws -> ImportResult {
        sync()
        let usage = try ChildProcess.run(arguments)
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int64 ?? 0
        Notice.say("\(name): \(NumberText.time(usage.seconds))")
        return ImportResult(contender: name, usage: usage, fileBytes: size)
    }

    private static func remove(_ file: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + suffix) }
    }

    // Built beside this program.
    private static var plain: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "PlainC")
            .path
    }
}
