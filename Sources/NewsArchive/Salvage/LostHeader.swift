/// An archive whose first page is destroyed: nothing says any more that it is one, but its tables.
enum LostHeader {
    /// The error of a file that cannot be opened; that it is damaged, where it is no archive by its first page alone.
    static func found(_ error: ArchiveError, path: String) -> ArchiveError {
        guard case .notAnArchive = error else { return error }
        do {
            let file = try DatabaseFile(path: path)
            let isArchive = !file.hasHeader && DatabaseTrees(file).knowsRoots(of: ["article", "sighting"])
            let reason = "its first page is destroyed, and others are those of an archive"
            return isArchive ? .damaged(path: path, reason: reason) : error
        } catch {
            return error as? ArchiveError ?? .notAnArchive(path: path, reason: "\(error)")
        }
    }
}
