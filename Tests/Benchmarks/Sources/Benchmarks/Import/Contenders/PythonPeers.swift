import Foundation

/// The contenders that are Python packages, in a virtual environment of their own.
struct PythonPeers {
    private let environment: URL

    /// Makes the environment where it is not there yet.
    ///
    /// - Returns: nil where it cannot be made, which is said: there may be no Python, or no network.
    static func make(in folder: URL) -> PythonPeers? {
        let peers = PythonPeers(environment: folder.appending(path: "python"))
        do {
            if !peers.isMade { try peers.make() }
            return peers
        } catch {
            Notice.say("left out: sqlite-utils and tantivy, since \(error)")
            return nil
        }
    }

    func sqliteUtils() -> ImportContender {
        let program = binary("sqlite-utils")
        return ImportContender(name: .sqliteUtils) { inputs, file in
            [
                [
                    program, "insert", file, "article", try inputs.jsonLines(), "--nl", "--pk", "id",
                    "--silent",
                ],
                [program, "enable-fts", file, "article", "headline", "body", "--fts5"]
                    + ["--tokenize", "unicode61 remove_diacritics 2"],
            ]
        }
    }

    func tantivy(_ name: ContenderName, threads: Int) -> ImportContender {
        ImportContender(name: name) { inputs, folder in
            [tantivyImport(try inputs.fields(), to: folder, threads: threads)]
        }
    }

    /// The command that fills an index. One thread leaves fewer, larger segments, which are searched faster.
    func tantivyImport(_ fields: String, to folder: String, threads: Int = 1) -> [String] {
        script("tantivy_import.py") + [fields, folder, String(threads)]
    }

    /// The command that answers questions, as ContenderSession says.
    func tantivySearch() -> [String] { script("tantivy_search.py") }

    private static var peers: URL { ListingTool.checkout.appending(path: "Tests/Benchmarks/Peers") }

    // The one place that names versions.
    private static var requirements: URL { peers.appending(path: "requirements.txt") }

    // A copy of what was asked for, written when all of it is there: another version makes another environment.
    private var made: URL { environment.appending(path: "requirements.txt") }

    private var isMade: Bool {
        FileManager.default.contentsEqual(atPath: made.path, andPath: Self.requirements.path)
    }

    private func make() throws {
        Notice.say("making a virtual environment with sqlite-utils and tantivy")
        _ = try ChildProcess.run(["python3", "-m", "venv", "--clear", environment.path])
        _ = try ChildProcess.run([
            binary("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--requirement", Self.requirements.path,
        ])
        try FileManager.default.copyItem(at: Self.requirements, to: made)
    }

    private func script(_ name: String) -> [String] {
        [binary("python"), Self.peers.appending(path: name).path]
    }

    private func binary(_ name: String) -> String { environment.appending(path: "bin/\(name)").path }
}

extension ContenderName {
    /// Whether it needs Python.
    var isPython: Bool {
        switch self {
        case .sqliteUtils, .tantivyOneThread, .tantivyTwoThreads: true
        case .ours, .oursAgain, .plainC, .plainCOptimized, .grdb, .grdbTwoInserts: false
        }
    }
}
