import Glibc

/// The locks that the kernel knows of, for telling who holds an archive.
///
/// `fcntl(F_GETLK)` says the same, but needs a descriptor, and closing that would drop all locks of this process on the
/// file. What the table of the kernel looks like: https://man7.org/linux/man-pages/man5/proc_locks.5.html.
struct LockTable {
    fileprivate struct Entry {
        let holder: Int32
        let device: String
        let inode: UInt64
        let bytes: ClosedRange<UInt64>
    }

    // The kernel's word for the end of a file that may still grow.
    fileprivate static let end = "EOF"

    // Whoever writes in write-ahead mode has the first of these bytes of the file "-shm" alone, who puts it in order
    // after a crash the third (https://www.sqlite.org/walformat.html, "WAL-index locks").
    private static let writing: ClosedRange<UInt64> = 120...120
    private static let recovering: ClosedRange<UInt64> = 122...122
    // Without a write-ahead log: PENDING, RESERVED and the range of SHARED (src/os.h of SQLite).
    private static let pending: ClosedRange<UInt64> = 0x4000_0000...0x4000_01FF

    private let entries: [Entry]

    /// - Parameter text: the table, as the kernel writes it.
    init(_ text: String) {
        entries = text.split(separator: "\n").compactMap { Entry($0.split(separator: " ")) }
    }

    /// Who keeps others from writing an archive at present; nil when nobody does, or when it cannot be told.
    static func holder(ofArchiveAt path: String) -> LockHolder? {
        guard let text = ProcessFile.text(of: "/proc/locks") else { return nil }
        let table = LockTable(text)
        // Beside the file that a symbolic link leads to.
        let file = realpath(path, nil).map { pointer in
            defer { free(pointer) }
            return String(cString: pointer)
        }
        guard let file else { return nil }
        let holder =
            table.holder(of: writing, inFileAt: "\(file)-shm")
            ?? table.holder(of: recovering, inFileAt: "\(file)-shm")
            ?? table.holder(of: pending, inFileAt: file)
        return holder.map { LockHolder(processID: $0, name: ProcessFile.name(of: $0)) }
    }

    private func holder(of bytes: ClosedRange<UInt64>, inFileAt path: String) -> Int32? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return holder(of: bytes, inode: UInt64(status.st_ino), device: Self.name(ofDevice: status.st_dev))
    }

    /// Who holds some of the bytes of a file alone.
    func holder(of bytes: ClosedRange<UInt64>, inode: UInt64, device: String) -> Int32? {
        let found = entries.filter { $0.inode == inode && $0.bytes.overlaps(bytes) }
        // Some file systems, such as btrfs, have another number in this table than elsewhere.
        return (found.first { $0.device == device } ?? found.first)?.holder
    }

    /// The device as the table calls it. How the number is put together: sys/sysmacros.h.
    static func name(ofDevice device: dev_t) -> String {
        let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
        let minor = device & 0xFF | (device >> 12) & ~0xFF
        return padded(String(major, radix: 16)) + ":" + padded(String(minor, radix: 16))
    }

    private static func padded(_ number: String) -> String { number.utf8.count < 2 ? "0\(number)" : number }
}

extension LockTable.Entry {
    // "1: POSIX ADVISORY WRITE 4711 fe:00:5490914 120 120". Those who wait have an arrow there, and hold nothing; a lock that
    // is no process's has the number -1.
    fileprivate init?(_ fields: [Substring]) {
        guard fields.count == 8, fields[1] == "POSIX", fields[3] == "WRITE",
            let holder = Int32(fields[4]), holder > 0,
            let colon = fields[5].lastIndex(of: ":"),
            let inode = UInt64(fields[5][fields[5].index(after: colon)...]),
            let first = UInt64(fields[6]),
            let last = fields[7] == LockTable.end ? UInt64.max : UInt64(fields[7]), first <= last
        else { return nil }
        self.init(
            holder: holder, device: String(fields[5][..<colon]), inode: inode, bytes: first...last)
    }
}
