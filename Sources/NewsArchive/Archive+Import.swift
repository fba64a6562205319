import Dispatch
import NewsArchiveSQLite

extension Archive {
    /// Imports a dump: stores what is new, and remembers that the rest was seen again.
    ///
    /// Each chunk of some 16 MiB is one transaction, with its place in the dump. Cancelling the task ends the import
    /// at a chunk's border; the same import again goes on from there, as it does after a crash. Bytes that were
    /// imported wholly before change nothing. Memory does not grow with the dump. Readers never wait.
    ///
    /// ```swift
    /// let options = ImportOptions(source: "gazette", rejectsPath: "rejects.txt")
    /// let report = try await archive.importDump(.file(path: "dump.txt"), options: options) { progress in
    ///     print(progress.bytes, "of", progress.totalBytes)
    /// }
    /// print(report.counts.added, "new articles")
    /// ```
    /// - Parameters:
    ///   - input: Where the bytes come from.
    ///   - options: How they are imported.
    ///   - onProgress: Called on the archive's thread, several times a chunk, while other processes that want to write
    ///     are waiting: it should return at once.
    ///   - onRejection: Called on the archive's thread for each record that could not be read, when that is stored.
    /// - Throws: ``ArchiveError``; the archive then holds the chunks before the one that failed. `CancellationError`
    ///   when the task is cancelled while a pipe is being copied, before the import has begun.
    public func importDump(
        _ input: DumpInput, options: ImportOptions = ImportOptions(),
        onProgress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
        onRejection: @escaping @Sendable (Rejection) -> Void = { _ in }
    ) async throws -> ImportReport {
        guard options.isDryRun || opener.mayMigrate else { throw ArchiveError.notWritable(path: path) }
        let cancellation = Cancellation()
        let observer = ImportSession.Observer(
            isCancelled: { cancellation.isCancelled }, onProgress: onProgress, onRejection: onRejection)
        let path = path
        let opener = opener
        try requireOtherFile(input)
        return try await withTaskCancellationHandler {
            // A pipe may be silent for long; nobody else is to wait for it.
            let dump = try await Self.onAnyThread {
                try DumpBytes(input, isCancelled: observer.isCancelled)
            }
            return try await pool.writer.run { connection in
                connection.endWaits(by: cancellation.stop)
                defer { connection.endWaits(by: nil) }
                return try ArchiveError.translating(path: path) {
                    try KeyVersion.require(connection, path: path)
                    if try ExportImport.recognizes(dump) {
                        return try ExportImport(connection, dump, options, observer).run()
                    }
                    let session = try ImportSession(
                        connection, archivePath: path, dump, options: options, observer: observer,
                        openBeside: opener.openBeside)
                    return try session.run()
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    // The archive is no dump; and reading it as one would end with closing a descriptor of it, which drops the locks of its
    // connections (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    private func requireOtherFile(_ input: DumpInput) throws {
        let file: FileIdentity? =
            switch input {
            case .file(let path), .zipMember(let path, _, _): FileIdentity(path: path)
            case .standardInput: FileIdentity(descriptor: 0)
            case .bytes: nil
            }
        guard let file, FileIdentity.isPartOfArchive(file, at: path) else { return }
        throw ArchiveError.notADump(dump: input.name, reason: "it is the archive itself")
    }

    // Not one of those that Swift's tasks share.
    static func onAnyThread<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
