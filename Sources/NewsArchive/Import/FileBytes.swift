import Glibc

/// Writing all of some bytes, which one call of the system need not do.
package enum FileBytes {
    /// Writes to a descriptor; false when it failed, and `errno` says why.
    package static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
        return true
    }

    /// Reads bytes at a place of an open file: fewer than asked for only at its end.
    ///
    /// - Parameter name: What an error calls the file.
    static func read(_ descriptor: Int32, at offset: Int, count: Int, name: String) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var total = 0
        while total < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + total }, count - total, off_t(offset + total))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else {
                throw ArchiveError.unreadableDump(dump: name, reason: String(cString: strerror(errno)))
            }
            if got == 0 { break }
            total += got
        }
        return Array(bytes.prefix(total))
    }
}
