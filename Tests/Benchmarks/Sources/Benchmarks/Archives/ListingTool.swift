import Foundation

/// The project's own maker of listing dumps, from real articles. It lies beside the checkout where there is one.
enum ListingTool {
    /// Writes a dump of so many records.
    ///
    /// - Returns: whether it could be done; there may be no such tool, or no Python.
    static func write(records: Int, seed: Int = 1, to path: String) -> Bool {
        let tool = checkout.appending(path: "../shared/tools/make_listing.py").standardizedFileURL
        guard FileManager.default.fileExists(atPath: tool.path) else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", tool.path, String(records), path, "--seed", String(seed)]
        process.standardOutput = FileHandle.standardError
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    // This file is Tests/Benchmarks/Sources/Benchmarks/Archives/ListingTool.swift.
    static var checkout: URL {
        (0..<6).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    }
}
