import Foundation

/// tantivy by its Python package, in a virtual environment.
struct TantivyPython {
    /// The command that fills an index: FIELDS and FOLDER follow.
    let fill: [String]
    /// The command that answers questions.
    let search: [String]

    /// Makes the environment where it is not there yet.
    ///
    /// - Returns: nil where it cannot be made, which is said: there may be no Python, or no network.
    static func make(in folder: URL) -> TantivyPython? {
        let environment = folder.appending(path: "python")
        do {
            if !isMade(environment) { try make(environment) }
            return TantivyPython(environment)
        } catch {
            Notice.say("left out: tantivy, since \(error)")
            return nil
        }
    }

    private init(_ environment: URL) {
        let python = Self.binary(environment)
        fill = [python, Self.peers.appending(path: "tantivy_fill.py").path]
        search = [python, Self.peers.appending(path: "tantivy_search.py").path]
    }

    private static var peers: URL { ListingTool.checkout.appending(path: "Tests/Benchmarks/Peers") }

    // The one place that names versions.
    private static var requirements: URL { peers.appending(path: "requirements.txt") }

    // A copy of what was asked for, written when all of it is there: another version makes another environment.
    private static func made(_ environment: URL) -> URL { environment.appending(path: "requirements.txt") }

    private static func isMade(_ environment: URL) -> Bool {
        FileManager.default.contentsEqual(atPath: made(environment).path, andPath: requirements.path)
    }

    private static func make(_ environment: URL) throws {
        Notice.say("making a virtual environment with tantivy")
        _ = try ChildProcess.run(["python3", "-m", "venv", "--clear", environment.path])
        _ = try ChildProcess.run([
            binary(environment), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--requirement", requirements.path,
        ])
        try FileManager.default.copyItem(at: requirements, to: made(environment))
    }

    private static func binary(_ environment: URL) -> String {
        environment.appending(path: "bin/python").path
    }
}
