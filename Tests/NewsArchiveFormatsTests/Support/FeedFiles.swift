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
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        let isUTF8 = bytes.withUnsafeBytes { UTF8Check.firstInvalidByte($0) == nil }
        if isUTF8, !bytes.prefix(8).contains(0) { return bytes }
        guard let encoding = encoding(of: bytes), let decoder = TextDecoder(encoding) else { return nil }
        var text: [UInt8] = []
        bytes.withUnsafeBytes { decoder.decode($0) { text += $0 } }
        decoder.finish { text += $0 }
        return text
    }

    private static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        let marks: [([UInt8], TextEncoding)] = [
            ([0xFF, 0xFE, 0, 0], .utf32LittleEndian), ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
            ([0x3C, 0, 0, 0], .utf32LittleEndian), ([0, 0, 0, 0x3C], .utf32BigEndian),
            ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
            ([0x3C, 0], .utf16LittleEndian), ([0, 0x3C], .utf16BigEndian),
        ]
        if let mark = marks.first(where: { bytes.starts(with: $0.0) }) { return mark.1 }
        let start = String(decoding: bytes.prefix(400), as: UTF8.self)
        guard let label = start.firstMatch(of: /encoding\s*=\s*["']([^"']+)["']/) else { return .windows1252 }
        return TextEncoding(named: String(label.1)) ?? .windows1252
    }
}
