import NewsArchiveSQLite

/// Copies an archive as it is at one moment to another file, while others go on writing to it.
struct BackupSession {
    /// What errors call the archive.
    let archivePath: String
    let target: CopyTarget
    let budget: SearchBudget
    let onProgress: @Sendable (BackupProgress) -> Void
    /// Pages between two looks at whether to go on: 4 MiB; fewer in tests.
    var pagesPerStep: Int32 = 1024
    /// The largest copy that there is room for, in pages; for tests.
    var mostPages: Int64?

    func run(_ source: Connection) throws -> BackupReport {
        let clock = ContinuousClock()
        let start = clock.now
        let pages = try ArchiveError.translating(path: archivePath) {
            try budget.run(source) { source, stop in try source.snapshot { try copy($0, stop) } }
        }
        onProgress(pages.progress(remaining: 0, isChecking: true))
        let copied = try CopyCheck(path: target.path).run(target.partial, budget)
        try target.publish()
        return BackupReport(
            path: target.path, bytes: copied.bytes, articles: copied.articles,
            seconds: (clock.now - start) / .seconds(1))
    }

    private struct Pages {
        let count: Int
        let size: Int

        func progress(remaining: Int, isChecking: Bool) -> BackupProgress {
            BackupProgress(
                bytes: (count - remaining) * size, totalBytes: count * size, isChecking: isChecking)
        }
    }

    private func copy(_ source: Connection, _ stop: StopFlag) throws -> Pages {
        try source.refuseWrongPages()
        let size = Int(try source.integer("PRAGMA page_size") ?? 0)
        // The first query of a table begins the transaction that the copy is one moment of.
        _ = try source.integer("SELECT count(*) FROM dump")
        return try target.translating {
            let backup = try OnlineBackup(from: source, to: try openTarget())
            while try backup.step(pages: pagesPerStep) {
                if stop.isSet { throw CancellationError() }
                let pages = Pages(count: backup.pageCount, size: size)
                onProgress(pages.progress(remaining: backup.remainingPages, isChecking: false))
            }
            return Pages(count: backup.pageCount, size: size)
        }
    }

    private func openTarget() throws -> Connection {
        let connection = try Connection(.readWrite(path: target.partial.path))
        // Nobody looks at the copy before it is whole, and then all of it is flushed at once. To have no journal at all is
        // not allowed in defensive mode; that of an empty file is empty.
        _ = try connection.text("PRAGMA journal_mode = MEMORY")
        try connection.execute("PRAGMA synchronous = OFF")
        if let mostPages { _ = try connection.integer("PRAGMA max_page_count = \(mostPages)") }
        return connection
    }
}
