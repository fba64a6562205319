import Glibc
import FoundationEssentials
import NewsArchive

/// The dumps that the arguments of an import name: files, the files of folders, standard input.
struct DumpPaths {
    /// A dump, and the folder that it was found in; nil for one that was named itself.
    struct Input: Equatable {
        let dump: DumpInput
        let folder: String?
        /// Whether it can be read twice: standard input that is a pipe cannot.
        var isRegular: Bool {
            guard case .file(let path) = dump else { return dump != .standardInput }
            return DumpPaths.isRegular(path)
        }
    }

    private(set) var inputs: [Input] = []
    /// What could not be found, in sentences.
    private(set) var problems: [String] = []

    /// - Parameters:
    ///   - archive: the archive, which is no dump, whoever names it.
    ///   - excluding: other paths that a folder may hold and that are no dumps: the rejects.
    init(_ paths: [String], archive: String? = nil, excluding: [String]) {
        let ofArchive = Self.identities(archive.map { [$0] } ?? [])
        let excluded = ofArchive.union(Self.identities(excluding))
        for path in paths {
            if path == "-" {
                inputs.append(Input(dump: .standardInput, folder: nil))
            } else if FileIdentity(path: path).map(ofArchive.contains) == true {
                problems.append("\(path) is no dump: it is the archive itself")
            } else if Self.isFolder(path) {
                addFolder(path, excluded)
            } else if access(path, R_OK) == 0 {
                add(path, folder: nil)
            } else {
                problems.append("\(path) could not be read: \(String(cString: strerror(errno)))")
            }
        }
    }

    private static func identities(_ paths: [String]) -> Set<FileIdentity> {
        Set(
            paths.flatMap { [$0, "\($0)-wal", "\($0)-shm", "\($0)-journal"] }.compactMap(
                FileIdentity.init(path:)))
    }

    // A ZIP archive is taken as its files, as a folder is.
    private mutating func add(_ path: String, folder: String?) {
        do {
            if let members = try DumpInput.members(ofZIP: path) {
                inputs += members.map { Input(dump: $0, folder: folder ?? path) }
                if members.isEmpty { problems.append("\(path) holds no dumps: there is no file in it") }
            } else {
                inputs.append(Input(dump: .file(path: path), folder: folder))
            }
        } catch {
            problems.append("\(error)")
        }
    }

    private mutating func addFolder(_ folder: String, _ excluded: Set<FileIdentity>) {
        var count = 0
        var failed = false
        for path in files(below: folder, &failed)
        where !(FileIdentity(path: path).map(excluded.contains) ?? false) {
            guard access(path, R_OK) == 0 else {
                problems.append("\(path) could not be read: \(String(cString: strerror(errno)))")
                failed = true
                continue
            }
            add(path, folder: folder)
            count += 1
        }
        if count == 0, !failed { problems.append("\(folder) holds no dumps: there is no file in it") }
    }

    // By name, so that dumps whose names are dates come in their order; hidden files are nobody's dumps.
    private mutating func files(below folder: String, _ failed: inout Bool) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            problems.append("\(folder) could not be read: \(String(cString: strerror(errno)))")
            failed = true
            return []
        }
        var found: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if Self.isFolder(path) {
                // A link to a folder could lead back here.
                if !Self.isLink(path) { found += files(below: path, &failed) }
            } else if Self.isFile(path) {
                found.append(path)
            }
        }
        return found
    }

    private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    // A pipe or a socket that lies in a folder is no dump, and would be waited for. What cannot be looked at is tried,
    // so that it is said why.
    private static func isFile(_ path: String) -> Bool { kind(of: path).map { $0 == S_IFREG } ?? true }

    fileprivate static func isRegular(_ path: String) -> Bool { kind(of: path) == S_IFREG }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
