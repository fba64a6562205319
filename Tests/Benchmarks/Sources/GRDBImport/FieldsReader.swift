import Foundation

/// A FIELDS file, read record by record: PlainC's main.c says how it is laid out.
final class FieldsReader {
    struct Record {
        let headline: String
        let published: Int64
        let views: Int64?
        let body: String
    }

    /// Why a file is not what it should be.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let path: String
    private let file: UnsafeMutablePointer<FILE>
    private var head: [UInt8] = Array(repeating: 0, count: 24)
    private var texts: [UInt8] = []

    init(path: String) throws {
        guard let file = fopen(path, "rb") else {
            throw Failure(description: "\(path) cannot be opened: \(String(cString: strerror(errno)))")
        }
        self.path = path
        self.file = file
    }

    deinit {
        fclose(file)
    }

    /// - Returns: nil at the end.
    func next() throws -> Record? {
        guard fread(&head, 1, head.count, file) == head.count else { return nil }
        let headlineSize = Int(number(at: 0, as: UInt32.self))
        let size = headlineSize + Int(number(at: 4, as: UInt32.self))
        if size > texts.count { texts = Array(repeating: 0, count: size * 2) }
        guard fread(&texts, 1, size, file) == size else {
            throw Failure(description: "\(path) ends within a record: make it again")
        }
        let views = number(at: 16, as: Int64.self)
        return Record(
            headline: String(decoding: texts[..<headlineSize], as: UTF8.self),
            published: number(at: 8, as: Int64.self), views: views == .min ? nil : views,
            body: String(decoding: texts[headlineSize..<size], as: UTF8.self))
    }

    private func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type) -> Number {
        head.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
    }
}
