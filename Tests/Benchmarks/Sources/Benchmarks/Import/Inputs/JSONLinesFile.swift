import Foundation

/// A dump as lines of JSON, for contenders that read nothing else.
enum JSONLinesFile {
    /// Writes the records of a dump.
    static func write(_ dump: String, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        try OutputFile.with(path) { file in
            try FlatRecord.forEach(in: dump) { try file.write([UInt8](try encoder.encode($0)) + [0x0A]) }
        }
    }
}
