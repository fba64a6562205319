import Glibc
import NewsArchiveFormats

extension DumpInput {
    /// The files of a ZIP archive, in its order, without hidden ones; nil for what is no ZIP archive.
    ///
    /// ```swift
    /// for member in try DumpInput.members(ofZIP: "feeds.zip") ?? [] { print(member.name) }
    /// ```
    /// - Throws: ``ArchiveError/unreadableDump(dump:reason:)`` when the archive is damaged or cannot be read.
    public static func members(ofZIP path: String) throws -> [DumpInput]? {
        // A pipe would lose what is read of it.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ArchiveError.unreadableDump(dump: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        let start = try FileBytes.read(descriptor, at: 0, count: Packing.detectionLength, name: path)
        guard start.withUnsafeBytes(Packing.detect) == .zip else { return nil }
        return try ZipArchive.files(descriptor, name: path).enumerated().map { index, entry in
            .zipMember(path: path, index: index, name: entry.name)
        }
    }
}

extension ZipArchive {
    /// The files of the ZIP archive that an open file is.
    static func files(_ descriptor: Int32, name: String) throws -> [ZipEntry] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw ArchiveError.unreadableDump(dump: name, reason: String(cString: strerror(errno)))
        }
        do {
            let archive = try ZipArchive(byteCount: Int(status.st_size)) { offset, count in
                try FileBytes.read(descriptor, at: offset, count: count, name: name)
            }
            return archive.files
        } catch let error as UnpackingError {
            throw ArchiveError.unreadableDump(dump: name, reason: "\(error)")
        }
    }
}
