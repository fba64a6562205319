import Glibc
import NewsArchiveSQLite

/// The first bytes of a database file, looked at before it is opened as a database, which could change it.
///
/// https://www.sqlite.org/fileformat.html#the_database_header
struct ArchiveFileHeader {
    /// What a file is to an archive.
    enum Verdict: Equatable {
        /// Nothing is there, or an empty database: an archive can be made of it.
        case empty
        /// An archive, by its application id, and its schema's version as far as the file itself says it.
        case archive(version: Int)
        /// Something else.
        case foreign(String)
    }

    /// "NEWS" in ASCII: the application id of an archive.
    static let applicationID: Int64 = 0x4E45_5753

    private static let length = 108

    /// Looks at the file at a path; nil when there is none.
    ///
    /// - Throws: ``ArchiveError/inaccessible(path:reason:)``.
    static func verdict(path: String) throws(ArchiveError) -> Verdict? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw inaccessible(path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw inaccessible(path, EISDIR)
        // To open a pipe is to wait for somebody at its other end.
        default: return .foreign("it is no regular file")
        }
        guard access(path, R_OK) == 0 else { throw inaccessible(path) }
        do {
            return verdict(try Connection.firstBytes(length, ofFileAt: path))
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    private static func inaccessible(_ path: String, _ code: Int32 = errno) -> ArchiveError {
        .inaccessible(path: path, reason: String(cString: strerror(code)))
    }

    static func verdict(_ bytes: [UInt8]) -> Verdict {
        if bytes.isEmpty { return .empty }
        guard bytes.count == length, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            return .foreign("it is no SQLite database")
        }
        let found = integer(bytes[68..<72])
        if found == applicationID { return .archive(version: Int(integer(bytes[60..<64]))) }
        let usesWriteAheadLog = bytes[18] == 2
        let tables = Int(bytes[103]) << 8 | Int(bytes[104])
        let isLeaf = bytes[100] == 0x0D
        if found == 0, !usesWriteAheadLog, isLeaf, tables == 0 { return .empty }
        return .foreign("it is a SQLite database of another program")
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
        bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}
