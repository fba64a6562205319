import Glibc

/// The file that rejected records are appended to, as they stand in their dump.
///
/// It is appended to and never emptied: it may hold what somebody is mending. A record is on the disk before the
/// transaction that counts it is; after a kill it may stand there twice, and never not at all.
final class RejectsFile {
    private let path: String
    private let archivePath: String
    private var descriptor: Int32 = -1
    // nil: unknown, for the file was there.
    private var lastPreamble: String?
    private var isEmpty = true

    /// - Parameter archivePath: a file that must not be appended to.
    init(path: String, archivePath: String) {
        self.path = path
        self.archivePath = archivePath
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends a record, after what has to stand before it so that it can be read alone.
    func append(_ record: RejectedRecord, of dump: DumpBytes, _ text: RecordBytes) throws {
        if descriptor < 0 { try open(beside: dump) }
        // Where it would otherwise be read under the date of the record before it, or as a part of that.
        if record.preamble != lastPreamble || (record.reason == .textBeforeFirstStamp && !isEmpty) {
            try write(Array(record.preamble.utf8))
        }
        lastPreamble = record.preamble
        isEmpty = false
        var last: UInt8?
        try text.forEachPiece(of: record.place) { bytes in
            last = bytes.last
            guard FileBytes.write(bytes, to: descriptor) else { throw failure() }
        }
        if let last, last != UInt8(ascii: "\n") { try write([UInt8(ascii: "\n")]) }
    }

    /// Waits until what was appended is on the disk.
    func synchronize() throws {
        guard descriptor >= 0 else { return }
        // A pipe or a terminal cannot be synchronised (EINVAL), and need not be.
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw failure() }
    }

    // Appending to the archive would destroy it, and to the dump would change what is being read. Asked before the file is
    // opened: closing a descriptor of the archive would drop the locks of its connections.
    private func open(beside dump: DumpBytes) throws {
        if let reason = reasonAgainst(FileIdentity(path: path), dump) {
            throw ArchiveError.unwritableRejects(path: path, reason: reason)
        }
        let opened = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw failure() }
        descriptor = opened
        isEmpty = lseek(opened, 0, SEEK_END) == 0
        if isEmpty { lastPreamble = RejectedRecord.impliedPreamble }
    }

    private func reasonAgainst(_ file: FileIdentity?, _ dump: DumpBytes) -> String? {
        guard let file else { return nil }
        if FileIdentity.isPartOfArchive(file, at: archivePath) { return "it is the archive itself" }
        return file == dump.identity ? "it is the dump itself" : nil
    }

    private func write(_ bytes: [UInt8]) throws {
        guard bytes.withUnsafeBytes({ FileBytes.write($0, to: descriptor) }) else { throw failure() }
    }

    private func failure() -> ArchiveError {
        .unwritableRejects(path: path, reason: String(cString: strerror(errno)))
    }
}
