import Foundation

@testable import NewsArchiveFormats

/// The feeds that other projects test with, which only some machines have.
enum FeedFiles {
    static let folder = Shared.folder.appending(path: "feeds")
    static let areThere = FileManager.default.fileExists(atPath: folder.path)

    /// The files in a folder and those below it, sorted, whose names end so.
    static func files(in path: String, endings: [String]) -> [URL] {
        let start = folder.appending(path: path)
        guard let names = FileManager.default.enumerator(atPath: start.path) else { return [] }
        return names.compactMap { $0 as? String }
            .filter { name in endings.contains { name.hasSuffix($0) } }
            .sorted().map { start.appending(path: $0) }
    }

    /// A file's text as UTF-8.
    ///
    /// - Returns: nil when its encoding is not known.
    static func text(of file: URL) throws -> [UInt8]? {
        let bytes = Array(try Data(contentsOf: file))
        let encoding = bytes.withUnsafeBytes { EncodingDetector.detect(in: $0).encoding }
        guard let decoder = TextDecoder(encoding) else { return nil }
        var text: [UInt8] = []
        bytes.withUnsafeBytes { decoder.decode($0) { text += $0 } }
        decoder.finish { text += $0 }
        return text
    }
}
