import Foundation
import NewsArchive

/// The records of a dump, by the library's own parser.
enum DumpRecords {
    /// Hands over every record of a dump that is not packed.
    static func forEach(in path: String, _ handle: (ParsedRecord) throws -> Void) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw BenchmarkFailure(description: "\(path) cannot be opened") }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var parser: (any DumpParser)?
        while case let length = read(descriptor, buffer.baseAddress, buffer.count), length > 0 {
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<length])
            if parser == nil, case .format(let format) = DumpFormat.detect(in: piece) {
                parser = format.makeParser()
            }
            guard parser != nil else { throw BenchmarkFailure(description: "\(path) is no dump") }
            try parser?.parse(piece, emit: handle)
        }
        try parser?.finish(emit: handle)
    }
}
