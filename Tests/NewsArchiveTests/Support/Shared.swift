import Foundation

/// Folders that tests read: the fixtures of the package, and the dumps beside it where they are there.
enum Folder {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let fixtures = package.appending(path: "Tests/Fixtures")
    static let migrations = package.appending(path: "Migrations")
    static let sharedDumps = package.deletingLastPathComponent().appending(path: "shared/dumps")

    static var hasFormatDumps: Bool {
        FileManager.default.fileExists(atPath: sharedDumps.appending(path: "formats").path)
    }

    static var hasSharedDumps: Bool { FileManager.default.fileExists(atPath: sharedDumps.path) }
}

/// A folder that is gone when the test is.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "news-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            print("left behind: \(url.path)")
        }
    }

    func path(_ name: String) -> String { url.appending(path: name).path }
}

extension TemporaryFolder {
    /// The names of all that is in it, sorted.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    /// Makes a symbolic link.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    /// Removes all that is in it but for one file.
    func removeAll(but kept: String) throws {
        for name in try names() where name != kept {
            try FileManager.default.removeItem(atPath: path(name))
        }
    }
}
