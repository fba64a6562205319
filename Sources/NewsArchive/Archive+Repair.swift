import NewsArchiveSQLite

extension Archive {
    /// Puts right what can be derived from the rest of the archive, in one transaction: the full-text index and its
    /// sizes, keys, references that lead nowhere, ids, and texts that are no UTF-8.
    ///
    /// What is wrong is found by a deep check first, and looked at again before anything is committed. Others that want
    /// to write wait meanwhile. A file whose pages are damaged is not touched: see
    /// ``salvage(path:into:onProgress:)``.
    ///
    /// ```swift
    /// let repair = try await archive.repair(isDryRun: true)
    /// for done in repair.repairs { print(done.text, done.count) }
    /// ```
    /// - Parameters:
    ///   - isDryRun: Do all of it, and take it back.
    ///   - onProgress: Called on the archive's thread before each part.
    /// - Throws: ``ArchiveError/needsSalvage(path:reason:)`` for a damaged file, and other errors of ``ArchiveError``;
    ///   `CancellationError` when the task is cancelled. The archive is then as it was.
    public func repair(
        isDryRun: Bool = false, onProgress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
    ) async throws -> RepairReport {
        guard isDryRun || opener.mayMigrate else { throw ArchiveError.notWritable(path: path) }
        let budget = SearchBudget(timeout: nil)
        let path = path
        return try await budget.spend {
            try await self.pool.writer.run { connection in
                try ArchiveError.translating(path: path) {
                    try budget.run(connection) { connection, _ in
                        try connection.takingPagesAsTheyAre {
                            let report = try $0.transaction(ending: isDryRun ? .rollBack : .commit) {
                                connection in
                                try Repair(path: path, isDryRun: isDryRun, onProgress: onProgress).run(
                                    connection)
                            }
                            if !isDryRun, report.found.counts[.pageChecksum] != nil { try $0.sealFile() }
                            return report
                        }
                    }
                }
            }
        }
    }

    /// Repairs the archive at a path.
    ///
    /// - Parameters:
    ///   - path: A file that is there.
    ///   - isDryRun: Do all of it, and take it back.
    ///   - waitSeconds: How long to wait for another process that is writing, in seconds.
    ///   - onProgress: Called on the archive's thread before each part.
    /// - Throws: as ``repair(isDryRun:onProgress:)``, also for an archive of another version.
    public static func repair(
        path: String, isDryRun: Bool = false, waitSeconds: Double = 5,
        onProgress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
    ) async throws -> RepairReport {
        do {
            // One that is not there is not to be made, and one of an earlier version not to be brought up to date.
            await (try Archive(path: path, mode: .readOnly)).close()
            let archive = try Archive(
                path: path, mode: isDryRun ? .dryRun : .readWrite, waitSeconds: waitSeconds)
            let report = await Swift.Result.of {
                try await archive.repair(isDryRun: isDryRun, onProgress: onProgress)
            }
            await archive.close()
            return try report.get()
        } catch let error as ArchiveError {
            guard case .damaged(_, let reason) = LostHeader.found(error, path: path) else { throw error }
            throw ArchiveError.needsSalvage(path: path, reason: reason)
        }
    }
}

/// Finds what is wrong, heals it, and looks again.
private struct Repair {
    let path: String
    let isDryRun: Bool
    let onProgress: @Sendable (CheckProgress) -> Void

    func run(_ connection: Connection) throws -> RepairReport {
        let log = RepairLog()
        let found = try check(connection)
        if found.isClean { return report(found, log, found) }
        if found.counts[.tableIndex] != nil {
            // All that follows trusts the indexes.
            try connection.execute("REINDEX")
            log.add(.tableIndex, "made the indexes of the tables anew")
        }
        try refuseDamage(found)
        log.add(.pageChecksum, "took pages as they are", found.counts[.pageChecksum] ?? 0)
        try Healing.run(
            connection, log, rebuildsIndex: found.counts[.fulltextIndex] != nil,
            rebuildsSizes: found.counts[.documentSizes] != nil
        ) { part, number in
            onProgress(CheckProgress(part: part, done: number, count: Healing.count))
        }
        var remaining = try check(connection)
        try refuseDamage(remaining)
        // They get their checksums when all is committed.
        remaining.forget(.pageChecksum)
        return report(found, log, remaining)
    }

    private func check(_ connection: Connection) throws -> CheckReport {
        try ArchiveCheck(isDeep: true, examples: 5, onProgress: onProgress).checkAll(connection)
    }

    private func refuseDamage(_ report: CheckReport) throws {
        guard let problem = report.problems.first(where: { $0.remedy == .salvage }) else { return }
        throw ArchiveError.needsSalvage(path: path, reason: problem.text)
    }

    private func report(_ found: CheckReport, _ log: RepairLog, _ remaining: CheckReport) -> RepairReport {
        RepairReport(found: found, repairs: log.repairs, remaining: remaining, isDryRun: isDryRun)
    }
}

extension Connection {
    /// Runs `work` on pages whose checksums do not count.
    fileprivate func takingPagesAsTheyAre<Result>(_ work: (Connection) throws -> Result) throws -> Result {
        try verifyPages(false)
        let result = Swift.Result { try work(self) }
        try verifyPages(true)
        return try result.get()
    }

    /// Gives the pages of the file the checksums of what they hold now.
    fileprivate func sealFile() throws {
        // What is in the write-ahead log is written into the file first, where nobody else is reading it.
        _ = try integer("PRAGMA wal_checkpoint(TRUNCATE)")
        try transaction { try $0.sealPages() }
    }
}
