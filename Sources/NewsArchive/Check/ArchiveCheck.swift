import NewsArchiveSQLite

/// Looks at all that must hold in an archive, one part after the other, whatever the file is like.
///
/// An error of SQLite in one part becomes a problem of the report, and the other parts go on.
struct ArchiveCheck: Sendable {
    let isDeep: Bool
    /// How many problems of a kind are kept.
    let examples: Int
    let onProgress: @Sendable (CheckProgress) -> Void

    private static let parts: [any CheckPart] = [
        ChecksumCheck(), StructureCheck(), SchemaComparison(), ReferenceCheck(), TextCheck(),
        PublicationIDCheck(),
        HeadlineKeyCheck(),
        SourceKeyCheck(), SightingCheck(), RemovedIDCheck(), SizesCheck(),
    ]
    // What takes long.
    private static let deepParts: [any CheckPart] = [DumpCheck(), ReadingCheck(), WordCountCheck()]

    private var parts: [any CheckPart] { isDeep ? Self.parts + Self.deepParts : Self.parts }

    /// Looks at everything but the full-text index.
    func checkTables(_ connection: Connection) throws -> CheckReport {
        let log = CheckLog(examples: examples, isDeep: isDeep)
        for (number, part) in parts.enumerated() {
            tell(part.name, done: number)
            try run(part, connection, log)
        }
        return log.report
    }

    /// Looks at the full-text index, on a connection that may write, in a transaction that is rolled back.
    func checkIndex(_ connection: Connection) throws -> CheckReport {
        let log = CheckLog(examples: examples, isDeep: isDeep)
        tell(IndexCheck.name, done: parts.count)
        try run(IndexCheck(), connection, log)
        return log.report
    }

    /// Both, on a connection that is in a transaction.
    func checkAll(_ connection: Connection) throws -> CheckReport {
        Self.sum(try checkTables(connection), try checkIndex(connection))
    }

    /// What two checks of one archive found.
    static func sum(_ first: CheckReport, _ second: CheckReport) -> CheckReport {
        var report = first
        report.counts.merge(second.counts, uniquingKeysWith: +)
        report.problems += second.problems
        report.omissions += second.omissions
        return report
    }

    private func run(_ part: any CheckPart, _ connection: Connection, _ log: CheckLog) throws {
        do {
            try part.run(connection, log)
        } catch let error as SQLiteError {
            // What is no fault of the file.
            let passing = [
                ResultCode.interrupt, ResultCode.busy, ResultCode.locked, ResultCode.full,
                ResultCode.noMemory,
            ]
            if passing.contains(error.code) { throw error }
            log.add(.structure, "the \(part.name) could not be looked at: \(error.message)")
        }
    }

    private func tell(_ part: String, done: Int) {
        onProgress(CheckProgress(part: part, done: done, count: parts.count + 1))
    }
}
