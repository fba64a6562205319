import Foundation

/// A temporary folder that the command is run in, with files of a test.
final class Workspace {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A workspace with an archive, `news.sqlite`, that one dump was imported into.
    convenience init(importing dump: String) throws {
        try self.init()
        try write(dump, to: "dump.txt")
        let outcome = try run("import", "dump.txt")
        guard outcome.status == 0 else { throw Command.Failure(reason: outcome.errorText) }
    }

    var url: URL { folder.url }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    /// Writes a file, and makes the folders above it.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = url.appending(path: name)
        try makeFolder(file.deletingLastPathComponent())
        try Data(bytes).write(to: file)
    }

    func makeFolder(_ name: String) throws {
        try makeFolder(url.appending(path: name))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appending(path: name)))
    }

    func text(of name: String) throws -> String {
        String(decoding: try bytes(of: name), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path(name))
    }

    /// The size of a file in bytes; 0 when it is not there.
    func size(of name: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path(name))
        return attributes?[.size] as? Int ?? 0
    }

    /// The names of all that is there, sorted.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    private func makeFolder(_ url: URL) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
}

extension Workspace {
    /// Starts the command in the folder.
    func start(_ arguments: String...) throws -> Command {
        try Command(arguments, in: url)
    }

    /// Runs the command in the folder, to its end.
    func run(
        _ arguments: String..., environment: [String: String] = [:], input: Command.Input = .nothing,
        outputPath: String? = nil
    ) throws -> Command.Outcome {
        try Command(arguments, in: url, environment: environment, input: input, outputPath: outputPath)
            .outcome()
    }

    /// What `stats --json` says.
    func statistics() throws -> JSONValue {
        try JSONValue(run("stats", "--json").output)
    }

    /// What `search --json` says.
    func search(_ query: String) throws -> [JSONValue] {
        try JSONValue(run("search", "--json", query).output)["results"].elements
    }
}
