import Foundation

/// The built command, run as a child process.
final class Command {
    /// What the command reads at its standard input.
    enum Input {
        case nothing
        case file(URL)
        /// At most what a pipe holds, so that writing it never waits for a reader: 60,000 bytes.
        case pipe([UInt8])
    }

    /// What a run left behind.
    struct Outcome {
        /// The exit status; that of a shell (128 and the signal's number) after a signal.
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]

        var text: String { String(decoding: output, as: UTF8.self) }
        var errorText: String { String(decoding: errors, as: UTF8.self) }
        var lines: [String] { text.split(separator: "\n").map(String.init) }
        var errorLines: [String] { errorText.split(separator: "\n").map(String.init) }
    }

    struct Failure: Error {
        let reason: String
    }

    private let process = Process()
    // Files, for a pipe that nobody reads would stop a command that prints much.
    private let capture: TemporaryFolder
    private let output: URL
    private let errors: URL

    /// Starts the command.
    ///
    /// - Parameter outputPath: where standard output goes instead of the outcome.
    init(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: Input = .nothing,
        outputPath: String? = nil
    ) throws {
        capture = try TemporaryFolder()
        output = capture.url.appending(path: "output")
        errors = capture.url.appending(path: "errors")
        try Data().write(to: output)
        try Data().write(to: errors)
        process.executableURL = try Self.executable()
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = try Self.handle(for: input)
        process.standardOutput = try FileHandle(forWritingTo: outputPath.map { URL(filePath: $0) } ?? output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
    }

    /// Whether it has not ended.
    var isRunning: Bool { process.isRunning }

    /// Sends it what Ctrl-C sends.
    func interrupt() {
        process.interrupt()
    }

    /// Waits for its end.
    func outcome() throws -> Outcome {
        process.waitUntilExit()
        let status = process.terminationStatus
        return Outcome(
            status: process.terminationReason == .exit ? status : 128 + status,
            output: Array(try Data(contentsOf: output)), errors: Array(try Data(contentsOf: errors)))
    }

    // What the tests' own environment says of archives, zones and colours is no part of them.
    private static var environment: [String: String] {
        let own = ["NEWS_ARCHIVE", "TZ", "NO_COLOR", "TERM", "COLUMNS"]
        return ProcessInfo.processInfo.environment.filter { !own.contains($0.key) }
    }

    private static func handle(for input: Input) throws -> FileHandle {
        switch input {
        case .nothing: return .nullDevice
        case .file(let url): return try FileHandle(forReadingFrom: url)
        case .pipe(let bytes):
            guard bytes.count <= 60_000 else { throw Failure(reason: "too much for a pipe") }
            let pipe = Pipe()
            try pipe.fileHandleForWriting.write(contentsOf: bytes)
            try pipe.fileHandleForWriting.close()
            return pipe.fileHandleForReading
        }
    }
}

extension Command {
    private static let name = "news-archive"

    /// The command in the products folder: beside the tests, or above them where they are in a bundle.
    private static func executable() throws -> URL {
        let tests = [
            Bundle.main.executableURL, CommandLine.arguments.first.map { URL(filePath: $0) },
            URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(),
        ]
        for start in tests.compactMap(\.self) {
            var folder = start.standardizedFileURL.deletingLastPathComponent()
            for _ in 0..<4 {
                let candidate = folder.appending(path: name)
                if isExecutableFile(candidate) { return candidate }
                folder = folder.deletingLastPathComponent()
            }
        }
        throw Failure(reason: "\(name) is not beside the tests; build it")
    }

    private static func isExecutableFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: url.path)
    }
}
