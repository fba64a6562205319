import Foundation

/// How many instructions an import takes, by callgrind: a number that says less than seconds do, but says the same however
/// busy the machine is.
struct InstructionBenchmark {
    let command: String
    let folder: URL

    static func run(_ options: ImportOptions) throws -> String {
        try requireValgrind()
        return try WorkFolder.with(options.keep) { folder in
            let command = try NewsArchiveCommand.path(options.command)
            let benchmark = InstructionBenchmark(
                command: try withoutDebugging(command, in: folder.url), folder: folder.url)
            let inputs = ImportInputs(records: options.records.first ?? 20_000, folder: folder.url)
            // Two of them show how far threads make it vary.
            let profiles = try (0..<(options.runs ?? 2)).map { _ in try benchmark.profile(inputs) }
            return InstructionReport.text(profiles, records: inputs.records)
        }
    }

    private func profile(_ inputs: ImportInputs) throws -> CallgrindProfile {
        let file = MeasuredFile(path: folder.appending(path: "measured.sqlite").path)
        let output = MeasuredFile(path: folder.appending(path: "callgrind.out").path)
        for made in [file, output] { made.remove() }
        defer { for made in [file, output] { made.remove() } }
        _ = try ChildProcess.run([
            "env", "LD_PRELOAD=\(try BuiltProgram.path("libSigsuspend.so"))",
            "valgrind", "--quiet", "--tool=callgrind", "--callgrind-out-file=\(output.path)",
            command, "import", "--quiet", "--archive", file.path, try inputs.dump(),
        ])
        return try CallgrindProfile(path: output.path)
    }

    // Valgrind 3.19 gives up on what Swift's compiler writes for debuggers. Names of functions stay.
    private static func withoutDebugging(_ command: String, in folder: URL) throws -> String {
        let path = folder.appending(path: "news-archive").path
        _ = try ChildProcess.run(["strip", "--strip-debug", "-o", path, command])
        return path
    }

    private static func requireValgrind() throws {
        do {
            _ = try ChildProcess.run(["valgrind", "--version"])
        } catch {
            throw BenchmarkFailure(
                description: "instructions are counted by valgrind, which does not run here (\(error)): "
                    + "install Debian's package valgrind")
        }
    }
}
