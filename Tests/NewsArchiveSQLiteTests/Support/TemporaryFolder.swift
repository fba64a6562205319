import Foundation

/// Runs a test's work with the path of a folder of its own, which is removed afterwards.
func withTemporaryFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "news-archive-\(UUID().uuidString)")
        .path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try work(path)
}
