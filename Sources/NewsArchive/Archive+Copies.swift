import NewsArchiveSQLite

extension Archive {
    /// Copies the archive as it is at this moment to a file, while imports go on, and checks the copy.
    ///
    /// The copy is one file, an archive of its own. It is written as `PATH.partial`, checked (SQLite's integrity check, the
    /// foreign keys, the index against the texts), flushed to the disk, and only then given its name: a file of that
    /// name is a whole backup. Imports of this and of other processes neither wait nor get into it; but SQLite's
    /// write-ahead log cannot begin anew while the copy is being read, and grows by what they store. An archive in
    /// memory can be copied, too.
    ///
    /// ```swift
    /// let backup = try await archive.backUp(to: "/backups/news-2025-10-09.sqlite")
    /// print(backup.articles, "articles in", backup.path)
    /// ```
    /// - Parameters:
    ///   - path: The file to write; there must be none of this name.
    ///   - isReplacing: Whether an archive that has the name is replaced. Nothing else is, and no archive that somebody has
    ///     open.
    ///   - onProgress: Called on a thread of the archive's, about every 4 MiB.
    /// - Throws: ``ArchiveError/unusableTarget(path:reason:)`` before anything was written,
    ///   ``ArchiveError/unsoundCopy(path:reason:)`` for a copy that did not pass its check,
    ///   ``ArchiveError/diskFull(path:)``, or another ``ArchiveError``; a `CancellationError` when the task was cancelled. No
    ///   file is left behind then, and what had the name before has it still.
    public func backUp(
        to path: String, replacing isReplacing: Bool = false,
        onProgress: @escaping @Sendable (BackupProgress) -> Void = { _ in }
    ) async throws -> BackupReport {
        let budget = SearchBudget(timeout: nil)
        let (archivePath, source) = (self.path, opener.file)
        return try await budget.spend {
            try await pool.read { connection in
                let target = try CopyTarget(path: path, source: source, replacing: isReplacing)
                return try BackupSession(
                    archivePath: archivePath, target: target, budget: budget, onProgress: onProgress
                ).run(connection)
            }
        }
    }

    /// Makes the archive as small and its searches as fast as can be: merges the index, and gives back the room that is
    /// free in the file.
    ///
    /// The index is merged in steps of some 4 MiB, between which other processes may write. Then the file is written
    /// anew in one transaction (SQLite's VACUUM): readers go on meanwhile, other writers wait. It needs the
    /// archive's size twice for that time, beside it and in the folder for temporary files (`$SQLITE_TMPDIR`, else `$TMPDIR`,
    /// else `/var/tmp`). A process that is killed in it leaves the archive as it was.
    ///
    /// - Throws: ``ArchiveError/noRoomToCompact(path:bytes:)``, ``ArchiveError/busy(path:)``,
    ///   ``ArchiveError/notWritable(path:)`` for an archive that is open to be read, or another ``ArchiveError``; a
    ///   `CancellationError` when the task was cancelled. Nothing is lost then.
    public func compact() async throws -> CompactionReport {
        guard opener.mayChange else { throw ArchiveError.notWritable(path: path) }
        let start = ContinuousClock.now
        let budget = SearchBudget(timeout: nil)
        let compactor = Compactor(archivePath: path, budget: budget)
        let sizes = try await budget.spend {
            try await pool.writer.run { connection in
                let before = try compactor.size(of: connection)
                try compactor.mergeIndex(connection)
                try compactor.compactInPlace(connection)
                return (before, try compactor.size(of: connection))
            }
        }
        return CompactionReport(path: path, sizes, since: start)
    }

    /// Writes a compact copy of the archive as it is at this moment to another file, and checks it.
    ///
    /// The index is merged in the archive first, as ``compact()`` does, where the archive is open to be changed; its own
    /// file is not made smaller. The copy is written, checked and named as that of
    /// ``backUp(to:replacing:onProgress:)`` is, and needs no other room than its own.
    ///
    /// - Parameters:
    ///   - path: The file to write; there must be none of this name.
    ///   - isReplacing: Whether an archive that has the name is replaced.
    /// - Throws: as ``backUp(to:replacing:onProgress:)``.
    public func compact(into path: String, replacing isReplacing: Bool = false) async throws
        -> CompactionReport
    {
        let start = ContinuousClock.now
        let budget = SearchBudget(timeout: nil)
        let compactor = Compactor(archivePath: self.path, budget: budget)
        let source = opener.file
        let mayMerge = opener.mayChange
        let (copy, sizes) = try await budget.spend {
            // What cannot be written is said before the work.
            let target = try CopyTarget(path: path, source: source, replacing: isReplacing)
            if mayMerge { try await pool.writer.run { try compactor.mergeIndex($0) } }
            return try await pool.read { connection in
                (target.path, try compactor.compact(connection, into: target))
            }
        }
        return CompactionReport(path: copy, sizes, since: start)
    }
}

extension CompactionReport {
    fileprivate init(
        path: String, _ sizes: (before: Int64, after: Int64), since start: ContinuousClock.Instant
    ) {
        self.init(
            path: path, bytesBefore: sizes.before, bytesAfter: sizes.after,
            seconds: (ContinuousClock.now - start) / .seconds(1))
    }
}
