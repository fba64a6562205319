import Glibc
import NewsArchive

/// Where an export goes: standard output, or a file that is there when it is whole.
struct ExportTarget: Sendable {
    /// That the articles could not be written.
    struct Failure: Error {
        /// nil where nobody is left to be told: standard output was closed.
        let message: String?
    }

    private let descriptor: Int32
    /// What errors call the file; nil for standard output.
    private let name: String?
    // The name that it is written under, and the one that it gets; nil for what is no plain file.
    private let names: (temporary: String, final: String)?
    private let isTerminal: Bool

    /// - Parameters:
    ///   - path: A file, or anything else that can be written; nil for standard output.
    ///   - archivePath: What must not be overwritten.
    init(path: String?, archivePath: String) throws {
        name = path
        guard let path else {
            (descriptor, names) = (STDOUT_FILENO, nil)
            isTerminal = isatty(STDOUT_FILENO) == 1
            return
        }
        isTerminal = false
        let target = FileIdentity(path: path)
        if let target, FileIdentity.isPartOfArchive(target, at: archivePath) {
            throw Failure(message: "\(path) is the archive itself; name another file")
        }
        let final = Self.withoutLinks(path)
        let isPlain = target == nil || Self.isPlainFile(final)
        let temporary = isPlain ? "\(final).\(getpid()).part" : final
        names = isPlain ? (temporary, final) : nil
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (isPlain ? O_TRUNC | O_NOFOLLOW : 0)
        descriptor = open(temporary, flags, 0o644)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    /// Writes the next piece. What a terminal would obey is shown as a picture of itself.
    func write(_ bytes: [UInt8]) throws {
        let shown =
            isTerminal ? Array(TerminalText.lines(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
        guard shown.withUnsafeBytes({ FileBytes.write($0, to: descriptor) }) else {
            throw Self.failure(name)
        }
    }

    /// Gives the file its name, now that it is whole.
    func finish() throws {
        guard let name else { return }
        // What is no plain file cannot be synchronised (EINVAL), and need not be.
        let isSafe = fsync(descriptor) == 0 || names == nil
        guard close(descriptor) == 0, isSafe else { throw Self.failure(name) }
        if let names, rename(names.temporary, names.final) != 0 { throw Self.failure(name) }
    }

    /// Leaves nothing of a file behind that was not finished.
    func discard() {
        guard let names else { return }
        unlink(names.temporary)
    }

    private static func failure(_ name: String?) -> Failure {
        let reason = String(cString: strerror(errno))
        guard let name else {
            return Failure(message: errno == EPIPE ? nil : "standard output could not be written: \(reason)")
        }
        return Failure(message: "\(name) could not be written: \(reason)")
    }

    // A link stays one, and what it leads to is replaced.
    private static func withoutLinks(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func isPlainFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
