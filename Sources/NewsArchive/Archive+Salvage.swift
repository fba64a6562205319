import NewsArchiveSQLite

extension Archive {
    /// Reads what can be read of a damaged archive into a new one.
    ///
    /// The damaged file is read page by page, without SQLite, and never written; what the write-ahead log beside it holds
    /// of whole transactions counts. Rows of pages that nothing leads to any more are known by what they look like. The
    /// new archive is made sound: texts without an article get one again, articles without a sighting get one of a dump
    /// called "salvaged", keys and index are made anew. Nobody should write to the damaged file meanwhile.
    ///
    /// ```swift
    /// let salvage = try await Archive.salvage(path: "damaged.sqlite", into: "salvaged.sqlite")
    /// print(salvage.articles, "articles,", salvage.lostArticles, "lost")
    /// ```
    /// - Parameters:
    ///   - path: The damaged file.
    ///   - target: The new archive. There must be no file of that name; it gets it when the archive is whole.
    ///   - onProgress: Called on a thread of the archive's own before each part.
    /// - Throws: ``ArchiveError/unusableTarget(path:reason:)`` before anything was written,
    ///   ``ArchiveError/cannotSalvage(path:reason:)`` where nothing of an archive can be found, and other errors of
    ///   ``ArchiveError``; `CancellationError` when the task is cancelled. Then there is no new archive.
    public static func salvage(
        path: String, into target: String,
        onProgress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
    ) async throws -> SalvageReport {
        let budget = SearchBudget(timeout: nil)
        return try await budget.spend {
            try await onAnyThread {
                let file = try DatabaseFile(path: path)
                let place = try CopyTarget(path: target, source: path, replacing: false)
                let report = try ArchiveError.translating(path: target) {
                    try write(file, to: place.partial.path, budget, onProgress)
                }
                guard report.tables.contains(where: { $0.rows > 0 && $0.name != "archive" }) else {
                    let reason = "no row of an archive is in any of its \(file.pageCount) pages"
                    throw ArchiveError.cannotSalvage(path: path, reason: reason)
                }
                try place.publish()
                return report
            }
        }
    }

    private static func write(
        _ file: DatabaseFile, to path: String, _ budget: SearchBudget,
        _ onProgress: @escaping @Sendable (CheckProgress) -> Void
    ) throws -> SalvageReport {
        let connection = try Connection(.readWrite(path: path))
        try connection.registerSearch()
        // Nobody looks at the file before it is whole, and then all of it is flushed at once.
        try connection.execute("PRAGMA synchronous = OFF")
        _ = try connection.text("PRAGMA journal_mode = MEMORY")
        try Migrator.migrate(connection, path: path)
        let report = try budget.run(connection) { connection, stop in
            try SalvageSession(file: file, stop: stop, onProgress: onProgress).run(connection)
        }
        // Archives are in write-ahead mode; the last connection leaves nothing beside the file.
        _ = try connection.text("PRAGMA journal_mode = WAL")
        try connection.sealPages()
        return report
    }
}
