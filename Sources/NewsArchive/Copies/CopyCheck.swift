import NewsArchiveSQLite

/// Whether a copy is a whole and sound archive.
struct CopyCheck {
    /// What errors call the copy.
    let path: String

    /// Opens the copy as an archive, which puts it into write-ahead mode, checks it, and closes it.
    ///
    /// - Throws: ``ArchiveError/unsoundCopy(path:reason:)``.
    func run(_ copy: PartialFile, _ budget: SearchBudget) throws -> (articles: Int64, bytes: Int64) {
        let opener = ArchiveOpener(
            location: .readWrite(path: copy.path), path: path, waitMilliseconds: 0, mayMigrate: false)
        do {
            let connection = try opener.openForWriting()
            return try ArchiveError.translating(path: path) {
                try budget.run(connection) { connection, _ in
                    try check(connection)
                    // SQLite writes the pages of a copy in any order, and the first one, which says that they have
                    // checksums, may be the last.
                    try connection.sealPages()
                    let articles = try connection.integer("SELECT count(*) FROM article") ?? 0
                    return (articles, try connection.byteCount())
                }
            }
        } catch ArchiveError.damaged(_, let reason), ArchiveError.notAnArchive(_, let reason) {
            throw ArchiveError.unsoundCopy(path: path, reason: reason)
        }
    }

    private func check(_ connection: Connection) throws {
        if let found = try connection.text("PRAGMA integrity_check(1)"), found != "ok" {
            throw ArchiveError.unsoundCopy(path: path, reason: found)
        }
        if let table = try connection.text("PRAGMA foreign_key_check") {
            throw ArchiveError.unsoundCopy(
                path: path, reason: "a row of \(table) points to one that is not there")
        }
        // With rank 1 the index is compared with the texts, too.
        try connection.execute(
            "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")
    }
}
