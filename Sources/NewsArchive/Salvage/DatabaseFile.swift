import Glibc
import NewsArchiveSQLite

/// The pages of a database file, read without SQLite: a file that SQLite refuses still has pages, and nothing of it is
/// changed.
///
/// https://www.sqlite.org/fileformat2.html. What the write-ahead log beside it holds of whole transactions counts.
final class DatabaseFile {
    /// In bytes.
    let pageSize: Int
    /// How much of a page is a tree's, in bytes; the rest is its checksum.
    private(set) var usableSize: Int
    /// How many pages there are, whether they can be read or not.
    let pageCount: Int
    /// Whether the first page is that of a database; the first page holds where the tables begin.
    let hasHeader: Bool

    private let descriptor: Int32
    private let log: WriteAheadLog?

    /// Opens a file for reading.
    ///
    /// - Throws: ``ArchiveError``.
    init(path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw ArchiveError.notFound(path: path) }
            throw ArchiveError.inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
        log = try WriteAheadLog(path: "\(path)-wal")
        let first = try FileBytes.read(descriptor, at: 0, count: 100, name: path)
        let stated = Self.pageSize(first)
        hasHeader = stated != nil
        pageSize = stated ?? log?.pageSize ?? Self.usualPageSize
        let size = Int(lseek(descriptor, 0, SEEK_END))
        pageCount = max((size + pageSize - 1) / pageSize, log?.pageCount ?? 0)
        usableSize = pageSize
        let reserved = hasHeader ? Int(first[20]) : nil
        // An archive reserves nothing else: another number is damage, too.
        let isStated = reserved == 0 || reserved == Self.checksumSize
        usableSize -= isStated ? reserved ?? 0 : hasChecksums() ? Self.checksumSize : 0
    }

    deinit {
        close(descriptor)
    }

    // What SQLite has made since 2016 when nobody says otherwise, and nobody does.
    private static let usualPageSize = 4096
    private static let checksumSize = 8

    // Where the header does not say so: a page in whose last bytes there is its checksum by chance is not to be expected.
    private func hasChecksums() -> Bool {
        (1...max(1, pageCount)).contains { number in
            page(number).map { isSealedPage($0, number: number) } ?? false
        }
    }

    private static func pageSize(_ header: [UInt8]) -> Int? {
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        let size = Int(header[16]) << 8 | Int(header[17])
        // 1 stands for 65536.
        let pageSize = size == 1 ? 65_536 : size
        return pageSize >= 512 && pageSize & (pageSize - 1) == 0 ? pageSize : nil
    }

    /// A page, numbered from 1; nil where it cannot be read.
    func page(_ number: Int) -> [UInt8]? {
        guard (1...max(1, pageCount)).contains(number) else { return nil }
        if let log, log.pageSize == pageSize, let page = log.page(number) { return page }
        do {
            let bytes = try FileBytes.read(
                descriptor, at: (number - 1) * pageSize, count: pageSize, name: "page")
            return bytes.count == pageSize ? bytes : nil
        } catch {
            // A device that does not give one page may give the next one.
            return nil
        }
    }

    /// The pages that hold nothing at present: what they held is deleted, and must not come back.
    func freePages() -> Set<Int> {
        var free: Set<Int> = []
        guard hasHeader, var trunk = page(1).map({ $0.integer(at: 32) }) else { return free }
        while trunk != 0, free.insert(trunk).inserted, let bytes = page(trunk) {
            let count = min(bytes.integer(at: 4), pageSize / 4 - 2)
            for number in 0..<max(0, count) { free.insert(bytes.integer(at: 8 + 4 * number)) }
            trunk = bytes.integer(at: 0)
        }
        return free
    }
}

extension [UInt8] {
    /// Four bytes, highest first; 0 outside.
    func integer(at offset: Int) -> Int {
        guard offset >= 0, offset + 4 <= count else { return 0 }
        return self[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Two bytes, highest first; 0 outside.
    func short(at offset: Int) -> Int {
        guard offset >= 0, offset + 2 <= count else { return 0 }
        return Int(self[offset]) << 8 | Int(self[offset + 1])
    }

    /// An integer of SQLite's of variable length, and the place behind it; nil where it does not end.
    ///
    /// https://www.sqlite.org/fileformat2.html#varint
    func variableInteger(at offset: Int) -> (value: Int64, end: Int)? {
        var value: UInt64 = 0
        for length in 0..<9 {
            guard offset >= 0, offset + length < count else { return nil }
            let byte = self[offset + length]
            if length == 8 { return (Int64(bitPattern: value << 8 | UInt64(byte)), offset + 9) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte & 0x80 == 0 { return (Int64(bitPattern: value), offset + length + 1) }
        }
        return nil
    }
}
