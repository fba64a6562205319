import Glibc
import NewsArchiveSQLite

/// Where a copy of an archive goes: a name that is looked at before the work begins, and taken when the copy is whole.
struct CopyTarget: Sendable {
    /// What SQLite calls the files that it keeps beside a database.
    static let companions = ["-wal", "-shm", "-journal"]

    /// The name that the copy gets, as it was given.
    let path: String
    /// The copy before it has its name.
    let partial: PartialFile

    // The file of that name, behind symbolic links.
    private let file: String
    private let isReplacing: Bool

    /// Looks at the name, and makes an empty file for the copy.
    ///
    /// - Parameters:
    ///   - source: The archive's own file; nil where it has none.
    ///   - isReplacing: Whether an archive that has the name loses it to the copy. Nothing else ever does.
    /// - Throws: ``ArchiveError``.
    init(path: String, source: String?, replacing isReplacing: Bool) throws {
        self.path = path
        file = try Self.resolved(path)
        self.isReplacing = try Self.isTaken(file, name: path, source: source, mayReplace: isReplacing)
        // Before the work rather than after it.
        if self.isReplacing { _ = try ReplacedArchive(path: file) }
        partial = try PartialFile(for: file, name: path, permissions: Self.permissions(of: source))
    }

    /// Gives the copy its name. Its connections must be closed by then.
    func publish() throws {
        let replaced = isReplacing ? try ReplacedArchive(path: file) : nil
        try withExtendedLifetime(replaced) { try partial.takeName(replacing: isReplacing) }
    }

    /// Runs `work` and says in the words of an archive what SQLite could not write of the copy. What is wrong with the
    /// archive itself passes.
    func translating<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as SQLiteError {
            let codes = [ResultCode.full, ResultCode.cannotOpen, ResultCode.permission, ResultCode.readOnly]
            let isWriting = error.code == ResultCode.io && !ResultCode.ioReads.contains(error.extendedCode)
            guard codes.contains(error.code) || isWriting else { throw error }
            throw ArchiveError(error, path: path)
        }
    }
}

extension CopyTarget {
    static func isTaken(_ path: String) -> ArchiveError {
        .unusableTarget(path: path, reason: "there is such a file already")
    }

    private static func resolved(_ path: String) throws -> String {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw ArchiveError.unusableTarget(path: path, reason: "that is no file's name")
        }
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func permissions(of source: String?) -> mode_t {
        var status = stat()
        guard let source, stat(source, &status) == 0 else { return 0o644 }
        return status.st_mode & 0o666 | S_IRUSR | S_IWUSR
    }

    // Whether something that may be replaced has the name.
    private static func isTaken(
        _ path: String, name: String, source: String?, mayReplace: Bool
    ) throws -> Bool {
        func refusal(_ reason: String) -> ArchiveError { .unusableTarget(path: name, reason: reason) }
        if path.hasSuffix("/") { throw refusal("that is a folder's name") }
        if let whole = companions.first(where: path.hasSuffix), exists(String(path.dropLast(whole.count))) {
            throw refusal("SQLite keeps a part of another database by that name")
        }
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw refusal(String(cString: strerror(errno))) }
            // SQLite would play it back into the copy.
            for suffix in ["-wal", "-journal"] where exists(path + suffix) {
                throw refusal("\(path + suffix) was left behind by another database; move it away first")
            }
            return false
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw refusal("it is a folder") }
        if let source, FileIdentity(path: source) == FileIdentity(path: path) {
            throw refusal("it is the archive itself")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw refusal("it is no ordinary file") }
        guard mayReplace else { throw isTaken(name) }
        try refuseForeign(path, name: name)
        return true
    }

    private static func refuseForeign(_ path: String, name: String) throws {
        switch try ArchiveFileHeader.verdict(path: path) {
        case .foreign?:
            throw ArchiveError.unusableTarget(path: name, reason: "it is no archive, and is not replaced")
        case .archive(let found)? where found > Migrator.supportedVersion:
            throw ArchiveError.newerVersion(path: name, found: found, supported: Migrator.supportedVersion)
        case .archive?, .empty?, nil: return
        }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
