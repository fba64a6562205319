import Foundation

/// The package's own invented dumps.
enum Fixtures {
    static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let folder = package.appending(path: "Tests/Fixtures")
    static let variants = folder.appending(path: "Variants")
    static let dumps = folder.appending(path: "Dumps")

    /// The names of a folder's text files, sorted; none when the folder is not there.
    static func texts(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }

    static func bytes(of file: URL) throws -> [UInt8] {
        Array(try Data(contentsOf: file))
    }
}

/// The folder `shared` beside the package, which only some machines have.
enum Shared {
    static let folder = Fixtures.package.deletingLastPathComponent().appending(path: "shared")
    static let variants = folder.appending(path: "dumps/variants")
    static let isThere = FileManager.default.fileExists(atPath: variants.path)
}
