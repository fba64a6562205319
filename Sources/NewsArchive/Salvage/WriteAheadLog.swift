import Glibc

/// The pages that the whole transactions of a write-ahead log hold.
///
/// https://www.sqlite.org/fileformat2.html#walformat. A frame counts when its checksum and those of all before it are
/// right, and when a frame that ends a transaction follows or is it.
final class WriteAheadLog {
    let pageSize: Int
    /// How many pages the database has after the last transaction.
    private(set) var pageCount = 0

    private let descriptor: Int32
    // Where in the log the latest version of a page stands.
    private var places: [Int: Int] = [:]

    private static let headerSize = 32
    private static let frameHeaderSize = 24

    /// nil where there is no log, or nothing in it that can be trusted.
    init?(path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let header = try FileBytes.read(descriptor, at: 0, count: Self.headerSize, name: path)
        pageSize = header.integer(at: 8)
        let isLog = header.count == Self.headerSize && header.integer(at: 0) & ~1 == 0x377F_0682
        let isSize = (512...65_536).contains(pageSize) && pageSize & (pageSize - 1) == 0
        guard isLog, isSize else { return nil }
        try readFrames(header, path: path)
        if places.isEmpty { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The latest version of a page; nil where the log has none.
    func page(_ number: Int) -> [UInt8]? {
        guard let place = places[number] else { return nil }
        do {
            let bytes = try FileBytes.read(descriptor, at: place, count: pageSize, name: "log")
            return bytes.count == pageSize ? bytes : nil
        } catch {
            return nil
        }
    }

    private func readFrames(_ header: [UInt8], path: String) throws {
        var sum = Checksum(isBigEndian: header.integer(at: 0) & 1 == 1)
        sum.add(header[0..<24])
        guard sum.isStored(in: header, at: 24) else { return }
        var offset = Self.headerSize
        var pending: [Int: Int] = [:]
        while true {
            let frame = try FileBytes.read(
                descriptor, at: offset, count: Self.frameHeaderSize + pageSize, name: path)
            guard frame.count == Self.frameHeaderSize + pageSize, frame[8..<16] == header[16..<24] else {
                return
            }
            sum.add(frame[0..<8])
            sum.add(frame[Self.frameHeaderSize...])
            guard sum.isStored(in: frame, at: 16) else { return }
            pending[frame.integer(at: 0)] = offset + Self.frameHeaderSize
            let size = frame.integer(at: 4)
            if size != 0 {
                places.merge(pending) { $1 }
                pending = [:]
                pageCount = size
            }
            offset += Self.frameHeaderSize + pageSize
        }
    }

    /// The checksum of a log: two sums that run on from frame to frame.
    private struct Checksum {
        let isBigEndian: Bool
        var first: UInt32 = 0
        var second: UInt32 = 0

        init(isBigEndian: Bool) {
            self.isBigEndian = isBigEndian
        }

        mutating func add(_ bytes: ArraySlice<UInt8>) {
            bytes.withUnsafeBytes { buffer in
                for offset in stride(from: 0, to: buffer.count - 7, by: 8) {
                    first = first &+ word(buffer, offset) &+ second
                    second = second &+ word(buffer, offset + 4) &+ first
                }
            }
        }

        private func word(_ buffer: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
            let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        }

        func isStored(in bytes: [UInt8], at offset: Int) -> Bool {
            bytes.integer(at: offset) == Int(first) && bytes.integer(at: offset + 4) == Int(second)
        }
    }
}
