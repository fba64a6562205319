import Glibc

/// What stays the same of a file under all its names.
package struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// The identity of the file at a path; nil when there is none.
    package init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The identity of an open file.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Whether a file is an archive, or one of those that SQLite keeps beside it.
    package static func isPartOfArchive(_ file: FileIdentity, at path: String) -> Bool {
        ["", "-wal", "-shm", "-journal"].contains { FileIdentity(path: path + $0) == file }
    }

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }
}
