extension Archive {
    /// Finds out how a dump would be read, without an archive: format, encoding, source, and its first records.
    ///
    /// Its first megabytes are looked at, and nothing of it is stored. Standard input that is a pipe is used up by it.
    ///
    /// ```swift
    /// let inspection = try await Archive.inspectDump(.file(path: "feed.xml"), recordLimit: 3)
    /// print(inspection.format.rawValue, inspection.encoding, inspection.source ?? "no source")
    /// ```
    /// - Parameters:
    ///   - input: Where the bytes come from.
    ///   - options: How the dump would be imported.
    ///   - recordLimit: How many of its first records to hand over.
    /// - Throws: ``ArchiveError/notADump(dump:reason:)`` for what is in no format that is known,
    ///   ``ArchiveError/unreadableDump(dump:reason:)``, or `CancellationError` during the copy of a pipe.
    public static func inspectDump(
        _ input: DumpInput, options: ImportOptions = ImportOptions(), recordLimit: Int = 0
    ) async throws -> DumpInspection {
        try await onAnyThread {
            let dump = try DumpBytes(input, isCancelled: { false })
            return try DumpInspector(dump, options).inspect(recordLimit: recordLimit)
        }
    }
}
