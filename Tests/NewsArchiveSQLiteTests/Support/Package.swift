import Foundation

/// Where the package's own files are.
enum Package {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let migrations = folder.appending(path: "Migrations")
}
