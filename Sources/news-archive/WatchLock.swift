import Glibc
import NewsArchive

/// Lets one run after the other tell the news of an archive, on one machine.
///
/// By a lock on the archive's folder (flock), which vanishes with the process: a lock on the archive itself would take
/// SQLite's locks away when it is given back.
struct WatchLock: ~Copyable {
    private let descriptor: Int32

    /// Waits until no other run tells news of an archive in the same folder.
    init(archivePath: String) throws {
        let folder = archivePath.lastIndex(of: "/").map { String(archivePath[...$0]) } ?? "."
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        var result = descriptor < 0 ? -1 : flock(descriptor, LOCK_EX)
        while result != 0, descriptor >= 0, errno == EINTR { result = flock(descriptor, LOCK_EX) }
        guard result == 0 else {
            let reason = "its folder could not be locked: \(String(cString: strerror(errno)))"
            if descriptor >= 0 { close(descriptor) }
            throw ArchiveError.inaccessible(path: archivePath, reason: reason)
        }
    }

    /// Lets the next run go on.
    borrowing func release() {
        close(descriptor)
    }
}
