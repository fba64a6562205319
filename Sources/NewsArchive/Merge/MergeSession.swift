import NewsArchiveSQLite

/// Brings the dumps of one archive into another, record by record, as if they were imported there.
///
/// Of each sighting the record is put together again. Each chunk is one transaction with the place in its dump, so that a
/// merge that was stopped goes on where it was, and the same merge again changes nothing.
final class MergeSession {
    private let connection: Connection
    private let other: Connection
    private let isDryRun: Bool
    private let isCancelled: () -> Bool
    private let reader: ArticleReader
    private let writer: ArticleWriter
    private let maintenance: IndexMaintenance
    private let ledger: MergeLedger
    private let names: DumpRowWriter
    private var report = MergeReport()

    init(
        _ connection: Connection, from other: Connection, isDryRun: Bool = false,
        isCancelled: @escaping () -> Bool = { false }
    ) throws {
        self.connection = connection
        self.other = other
        self.isDryRun = isDryRun
        self.isCancelled = isCancelled
        reader = try ArticleReader(connection)
        maintenance = IndexMaintenance(connection, dumpBytes: try Self.size(of: other))
        writer = try ArticleWriter(
            connection, writesIndex: !isDryRun, leastSegment: maintenance.leastSegment)
        ledger = try MergeLedger(connection)
        names = try DumpRowWriter(connection)
    }

    /// Merges what is new.
    ///
    /// - Throws: `CancellationError` between two chunks; those before it are stored.
    func run() throws -> MergeReport {
        try other.snapshot { other in
            // As of an import.
            try connection.withoutCheckConstraints {
                guard isDryRun else { return try merge(other) }
                try connection.transaction(ending: .rollBack) { _ in try merge(other) }
            }
        }
        return report
    }

    private func merge(_ other: Connection) throws {
        let dumps = try ExportedDumpReader(other).dumps()
        var plans: [Int64: MergeLedger.Plan] = [:]
        for dump in dumps {
            if let plan = try ledger.plan(for: dump) { plans[dump.row] = plan } else { report.known += 1 }
        }
        guard !plans.isEmpty else { return }
        let records = try RecordReplay(other)
        for dump in dumps {
            guard let plan = plans[dump.row] else { continue }
            try merge(plan, records)
            report.dumps += 1
        }
        guard !isDryRun else { return }
        try connection.transaction { _ in try maintenance.endLoading() }
        maintenance.mergeAndCheckpoint(indexedBytes: writer.indexedBytes)
    }

    private static func size(of connection: Connection) throws -> Int {
        Int(
            (try connection.integer("PRAGMA page_count") ?? 0)
                * (try connection.integer("PRAGMA page_size") ?? 0))
    }

    private func merge(_ plan: MergeLedger.Plan, _ records: RecordReplay) throws {
        var plan = plan
        var repeated = RepeatedKeys()
        let rule = IdentityRule(rawValue: plan.dump.identity) ?? .automatic
        try records.forEachChunk(of: plan.dump.row, from: plan.firstPosition) { chunk in
            if isCancelled() { throw CancellationError() }
            if !isDryRun { try maintenance.mergeIfCrowded() }
            let wanted = chunk.without(plan.knownPositions)
            repeated.look(at: wanted)
            try inTransaction {
                if !isDryRun { try maintenance.begin() }
                names.forget()
                let row = try ledger.begin(&plan, names)
                let sources = try sources(of: wanted)
                var decider = ChunkDecider(
                    reader, rule: rule, dump: row, sources: sources, repeated: repeated,
                    memory: try DecisionMemory(connection), comparedByteLimit: KnownArticles.byteLimit)
                for (index, record) in wanted.records.enumerated() {
                    guard case .article(let article) = record else { continue }
                    try decider.decide(article, position: wanted.firstPosition + index)
                }
                try writer.write(try writer.plan(decider.touched), dump: row, didWrite: { _ in })
                try ledger.advance(plan, to: wanted.firstPosition + wanted.records.count, decider.counts)
                report.counts += decider.counts
            }
        }
        try inTransaction { try ledger.finish(&plan, names) }
    }

    private func sources(of chunk: ImportChunk) throws -> [String: Int64] {
        var rows: [String: Int64] = [:]
        for name in chunk.sources { rows[name] = try names.source(named: name) }
        return rows
    }

    // A dry run is one transaction around all of it.
    private func inTransaction(_ work: () throws -> Void) throws {
        if isDryRun { try work() } else { try connection.transaction { _ in try work() } }
    }
}

extension ImportChunk {
    /// The chunk with its places, some of them left out.
    fileprivate func without(_ positions: Set<Int>) -> ImportChunk {
        guard !positions.isEmpty else { return self }
        var chunk = self
        for index in records.indices where positions.contains(firstPosition + index) {
            chunk.records[index] = .absent
        }
        return chunk
    }
}
