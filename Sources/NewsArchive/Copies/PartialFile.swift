import Glibc
import Synchronization

/// The file that a copy is written to before it has its name: in the same folder, locked against others that would write
/// the same copy, and removed unless it was given the name.
final class PartialFile: Sendable {
    /// The file's path.
    let path: String

    private let target: String
    // What errors call the copy.
    private let name: String
    private let descriptor: Int32
    private let hasName = Atomic(false)

    /// Makes an empty file. One that was left behind by a process that was killed is replaced.
    ///
    /// - Parameters:
    ///   - target: The name that the copy is to have.
    ///   - name: What errors call the copy.
    ///   - permissions: Who may read the file, before the process's mask: nobody more than may read the archive.
    /// - Throws: ``ArchiveError/unusableTarget(path:reason:)``.
    init(for target: String, name: String, permissions: mode_t) throws {
        let path = target + ".partial"
        try Self.removeLeftover(path, name)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw Self.failure(name, errno) }
        // Another process may have taken the file for a leftover before it was locked.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
            FileIdentity(descriptor: descriptor) == FileIdentity(path: path)
        else {
            close(descriptor)
            throw Self.failure(name, EEXIST)
        }
        self.path = path
        self.target = target
        self.name = name
        self.descriptor = descriptor
    }

    deinit {
        if !hasName.load(ordering: .relaxed) { Self.unlink(path) }
        // Not before SQLite has closed the file: the system would drop the locks that SQLite has on it.
        close(descriptor)
    }

    /// Flushes the file to the disk and gives it its name, by which there is either all of it or nothing.
    ///
    /// - Parameter isReplacing: Whether a file that has the name already loses it.
    func takeName(replacing isReplacing: Bool) throws {
        guard fsync(descriptor) == 0 else { throw Self.failure(name, errno) }
        guard isReplacing ? rename(path, target) == 0 : Self.renameWithoutReplacing(path, target) else {
            if errno == EEXIST { throw CopyTarget.isTaken(name) }
            throw Self.failure(name, errno)
        }
        hasName.store(true, ordering: .relaxed)
        try Self.flushFolder(of: target, name)
    }

    private static func renameWithoutReplacing(_ old: String, _ new: String) -> Bool {
        // A second name is not given where there is such a file already; the first one goes then.
        if link(old, new) == 0 {
            Glibc.unlink(old)
            return true
        }
        // A file system without second names, as that of a memory card: there the file may still appear in between.
        guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { return false }
        guard access(new, F_OK) != 0 else {
            errno = EEXIST
            return false
        }
        return rename(old, new) == 0
    }

    // A new name is safe when its folder is.
    private static func flushFolder(of path: String, _ name: String) throws {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(name, errno) }
        defer { close(descriptor) }
        // Some file systems do not flush folders by themselves, and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(name, errno) }
    }

    private static func failure(_ name: String, _ code: Int32) -> ArchiveError {
        switch code {
        case ENOSPC, EDQUOT: .diskFull(path: name)
        case EEXIST, EWOULDBLOCK:
            .unusableTarget(path: name, reason: "another process is just writing it")
        default: .unusableTarget(path: name, reason: String(cString: strerror(code)))
        }
    }
}

extension PartialFile {
    private static func unlink(_ path: String) {
        for suffix in [""] + CopyTarget.companions { Glibc.unlink(path + suffix) }
    }

    private static func removeLeftover(_ path: String, _ name: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw failure(name, errno) }
            return unlink(path)
        }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw failure(name, errno) }
        guard FileIdentity(descriptor: descriptor) == FileIdentity(path: path) else {
            throw failure(name, EEXIST)
        }
        guard isCopy(descriptor) else {
            throw ArchiveError.unusableTarget(
                path: name,
                reason: "the copy would first be called \(path), and that is a file of something else")
        }
        unlink(path)
    }

    // What a copy looks like wherever its making ended: its first page may be written last.
    private static func isCopy(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count >= 0
            && (bytes.allSatisfy { $0 == 0 } || bytes == Array("SQLite format 3\0".utf8))
    }
}
