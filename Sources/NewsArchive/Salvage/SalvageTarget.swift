import Glibc
import NewsArchiveSQLite

/// Where a salvaged archive goes: under another name until it is whole.
final class SalvageTarget {
    private let path: String
    /// The file while it is being written.
    let partial: String

    /// - Throws: ``ArchiveError/cannotSalvage(path:reason:)`` when there is a file of that name, or the folder may not be
    ///   written.
    init(path: String) throws {
        self.path = path
        var status = stat()
        guard lstat(path, &status) != 0 else {
            throw ArchiveError.cannotSalvage(
                path: path, reason: "there is a file of that name; give another one")
        }
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw ArchiveError.inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
        // As other files that the process makes; mkstemp lets nobody else read.
        let mask = umask(0)
        umask(mask)
        fchmod(descriptor, 0o666 & ~mask)
        close(descriptor)
        partial = String(
            decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(partial + suffix) }
    }

    /// Gives the file its name, if nobody has taken it meanwhile. Its connection must be closed.
    func publish() throws {
        let descriptor = open(partial, O_RDONLY | O_CLOEXEC)
        if descriptor >= 0 {
            // A name for a file that a loss of power empties would be worse than none.
            fsync(descriptor)
            close(descriptor)
        }
        guard link(partial, path) == 0 else {
            throw ArchiveError.inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
