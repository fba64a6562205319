import Glibc

/// The bytes of a dump: of a known number, and readable from any place, more than once.
final class DumpBytes: Sendable {
    private enum Storage: Sendable {
        /// An open file, and where in it the dump begins.
        case file(descriptor: Int32, start: Int)
        case memory([UInt8])
        /// A file of a ZIP archive.
        case member(descriptor: Int32, entry: ZipEntry)
    }

    let name: String
    let count: Int
    private let storage: Storage

    /// Opens a dump. What cannot be read twice is copied to a temporary file first.
    ///
    /// - Throws: ``ArchiveError/unreadableDump(dump:reason:)``, or `CancellationError` during the copy.
    init(_ input: DumpInput, isCancelled: () -> Bool) throws {
        name = input.name
        switch input {
        case .bytes(let bytes, _):
            storage = .memory(bytes)
            count = bytes.count
        case .standardInput:
            let descriptor = dup(STDIN_FILENO)
            (storage, count) = try Self.readable(descriptor, name: name, isCancelled: isCancelled)
        case .zipMember(let path, let index, _):
            (storage, count) = try Self.member(index, ofZIP: path, name: name)
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            (storage, count) = try Self.readable(descriptor, name: name, isCancelled: isCancelled)
        }
    }

    deinit {
        switch storage {
        case .file(let descriptor, _), .member(let descriptor, _): close(descriptor)
        case .memory: break
        }
    }

    /// Which file it is; nil for bytes in memory.
    var identity: FileIdentity? {
        guard case .file(let descriptor, _) = storage else { return nil }
        return FileIdentity(descriptor: descriptor)
    }

    /// Reads it from its start.
    func reader() -> DumpReader { DumpReader(self) }

    /// Whether any part of it can be read without what comes before.
    var isRandomAccess: Bool { zipEntry == nil }

    /// The file of a ZIP archive that it is.
    var zipEntry: ZipEntry? { if case .member(_, let entry) = storage { entry } else { nil } }

    /// Reads bytes of the ZIP archive that it is a file of.
    func readPacked(at offset: Int, count: Int) throws -> [UInt8] {
        guard case .member(let descriptor, _) = storage else { return [] }
        return try FileBytes.read(descriptor, at: offset, count: count, name: name)
    }

    /// Reads bytes from a place; 0 at the end of the dump.
    ///
    /// A file of a ZIP archive is unpacked from its start with every call: a ``DumpReader`` goes on where it was.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        let wanted = min(buffer.count, count - offset)
        guard wanted > 0, let start = buffer.baseAddress else { return 0 }
        switch storage {
        case .member:
            return try reader().read(into: buffer, at: offset)
        case .memory(let bytes):
            bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + wanted])) }
            return wanted
        case .file(let descriptor, let base):
            while true {
                let got = pread(descriptor, start, wanted, off_t(base + offset))
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw Self.failure(name) }
                if got == 0 {
                    throw ArchiveError.unreadableDump(
                        dump: name, reason: "it became shorter while it was read")
                }
                return got
            }
        }
    }

    /// Hands over the bytes of a range, a piece at a time.
    func forEachPiece(
        in range: Range<Int>, _ handle: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            let reader = reader()
            var offset = range.lowerBound
            while offset < range.upperBound {
                let part = UnsafeMutableRawBufferPointer(
                    rebasing: buffer[..<min(buffer.count, range.upperBound - offset)])
                let got = try reader.read(into: part, at: offset)
                guard got > 0 else { return }
                try handle(UnsafeRawBufferPointer(rebasing: part[..<got]))
                offset += got
            }
        }
    }

    private static func failure(_ name: String, _ code: Int32 = errno) -> ArchiveError {
        .unreadableDump(dump: name, reason: String(cString: strerror(code)))
    }

    private static func member(_ index: Int, ofZIP path: String, name: String) throws -> (Storage, Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(name) }
        do {
            let files = try ZipArchive.files(descriptor, name: name)
            guard files.indices.contains(index) else {
                throw ArchiveError.unreadableDump(dump: name, reason: "the ZIP archive has no such file")
            }
            return (.member(descriptor: descriptor, entry: files[index]), files[index].count)
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func readable(
        _ descriptor: Int32, name: String, isCancelled: () -> Bool
    ) throws -> (Storage, Int) {
        guard descriptor >= 0 else { throw failure(name) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            defer { close(descriptor) }
            throw failure(name)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            // Standard input may have been read in part by somebody else.
            let start = min(max(0, Int(lseek(descriptor, 0, SEEK_CUR))), Int(status.st_size))
            return (.file(descriptor: descriptor, start: start), Int(status.st_size) - start)
        case S_IFDIR:
            close(descriptor)
            throw failure(name, EISDIR)
        default:
            defer { close(descriptor) }
            let (copy, count) = try TemporaryCopy.make(of: descriptor, name: name, isCancelled: isCancelled)
            return (.file(descriptor: copy, start: 0), count)
        }
    }
}
