import NewsArchiveSQLite

extension Archive {
    /// Looks whether the archive is sound: its file, its index, its ids, keys, references and texts.
    ///
    /// Nothing is changed, and nobody has to wait: all is looked at as it was when the check began, also while another
    /// process imports, and of an archive that may not be written. The full-text index is compared in a temporary copy,
    /// for which there must be room (`TMPDIR` says where); without room it is not compared, and
    /// ``CheckReport/omissions`` says so. Damage never throws: it is what the report is about. Memory does not grow with
    /// the archive.
    ///
    /// ```swift
    /// let check = try await archive.check(deep: true)
    /// for problem in check.problems { print(problem.text, "-", problem.kind.remedyText) }
    /// ```
    /// - Parameters:
    ///   - deep: Also compare every article with its index by itself, and every dump with its records, which takes
    ///     about as long again.
    ///   - examples: How many problems of each kind are kept, at the most; all are counted.
    ///   - onProgress: Called on the archive's thread before each part.
    /// - Throws: ``ArchiveError`` when the archive cannot be opened for a reason that is no damage; `CancellationError`
    ///   when the task is cancelled.
    public func check(
        deep: Bool = false, examples: Int = 5,
        onProgress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
    ) async throws -> CheckReport {
        let check = ArchiveCheck(isDeep: deep, examples: max(1, examples), onProgress: onProgress)
        let budget = SearchBudget(timeout: nil)
        let isInMemory = [.memory, .temporary].contains(opener.location)
        do {
            return try await budget.spend {
                try await self.read { connection in
                    try budget.run(connection) { connection, _ in
                        try isInMemory ? check.checkAll(connection) : check.checkFile(connection, budget)
                    }
                }
            }
        } catch let error as ArchiveError {
            return try CheckReport(damage: error)
        }
    }

    /// Looks whether the archive at a path is sound, also one that is too damaged to be opened.
    ///
    /// - Parameters:
    ///   - path: A file.
    ///   - deep: As of ``check(deep:examples:onProgress:)``.
    ///   - examples: How many problems of each kind are kept, at the most.
    ///   - onProgress: Called on the archive's thread before each part.
    /// - Throws: ``ArchiveError``, also for what is no archive or one of another version; `CancellationError`.
    public static func check(
        path: String, deep: Bool = false, examples: Int = 5,
        onProgress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
    ) async throws -> CheckReport {
        let archive: Archive
        do {
            archive = try Archive(path: path, mode: .readOnly)
        } catch let error as ArchiveError {
            return try CheckReport(damage: LostHeader.found(error, path: path))
        }
        let report = await Swift.Result.of {
            try await archive.check(deep: deep, examples: examples, onProgress: onProgress)
        }
        await archive.close()
        return try report.get()
    }
}

extension CheckReport {
    /// What is left to say of an archive that cannot be opened.
    ///
    /// - Throws: the error, where it is no damage.
    fileprivate init(damage error: ArchiveError) throws {
        let reason: String
        var kind = CheckReport.Kind.structure
        switch error {
        case .damaged(_, let found): reason = found
        case .foreignSchema(_, let found): (reason, kind) = (found, .schema)
        case .database(_, let code, let message): reason = "\(message) (SQLite \(code))"
        default: throw error
        }
        let log = CheckLog(examples: 1, isDeep: false)
        log.add(kind, "the archive cannot be opened: \(reason)")
        self = log.report
    }
}

extension ArchiveCheck {
    /// Looks at the tables where they are, and at the full-text index in a copy.
    fileprivate func checkFile(_ connection: Connection, _ budget: SearchBudget) throws -> CheckReport {
        var report = try checkTables(connection)
        do {
            let copy = try budget.run(connection) { connection, stop in
                try PrivateCopy.make(of: connection, stop)
            }
            try copy.registerSearch()
            let found = try budget.run(copy) { copy, _ in try copy.snapshot(checkIndex) }
            report = Self.sum(report, found)
        } catch let error as SQLiteError where error.code != ResultCode.interrupt {
            report.omissions.append(
                "the full-text index was not compared with the articles, for a temporary copy failed "
                    + "(\(error.message)); set TMPDIR to a folder with as much room as the archive takes")
        }
        return report
    }
}

extension Swift.Result where Failure == any Error {
    /// What some asynchronous work gave, or its error.
    static func of(_ work: () async throws -> Success) async -> Self {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }
}
