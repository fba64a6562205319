import NewsArchiveSQLite

/// Decides one chunk of a dump after another, and starts to index what is new.
///
/// A chunk may be planned before the one before it is committed, as soon as that is written: its words are then indexed
/// while SQLite writes to the disk.
final class ChunkPlanner {
    /// The rows of the sources that records name.
    var sources: [String: Int64] = [:]
    /// Records that the archive has already: an excerpt of another dump brought them.
    var positions: Set<Int> = []

    private let connection: Connection
    private let options: ImportOptions
    private let ledger: DumpLedger
    private let reader: ArticleReader
    private let writer: ArticleWriter
    private var repeated = RepeatedKeys()
    private var nextPosition = 0

    init(_ connection: Connection, _ options: ImportOptions, _ ledger: DumpLedger, _ writer: ArticleWriter)
        throws
    {
        self.connection = connection
        self.options = options
        self.ledger = ledger
        self.writer = writer
        reader = try ArticleReader(connection)
    }

    /// Decides what is to be written of a chunk. To be called in a transaction that writes.
    ///
    /// - Parameter lookUps: What is being looked up for it within the same transaction.
    func plan(
        _ chunk: ImportChunk, dump: Int64, lookUps: ChunkLookUps? = nil
    ) throws -> PlannedChunk {
        defer { reader.lookUps = nil }
        for name in chunk.sources where sources[name] == nil {
            sources[name] = try ledger.source(named: name)
        }
        lookForRepeatedKeys(in: chunk)
        var decider = ChunkDecider(
            reader, rule: options.identity, dump: dump, sources: sources, repeated: repeated,
            memory: try DecisionMemory(connection), comparedByteLimit: options.comparedByteLimit)
        var rejected: [PlannedChunk.Rejected] = []
        for (index, record) in chunk.records.enumerated() {
            let position = chunk.firstPosition + index
            if index % ChunkLookUps.sliceLength == 0 { reader.lookUps = lookUps?.slice(from: index) }
            switch record {
            case .article where positions.contains(position): decider.passOver()
            case .article(let article): try decider.decide(article, position: position)
            case .absent: continue
            case .rejected(let record):
                decider.reject()
                rejected.append((position, record))
            }
        }
        return PlannedChunk(
            chunk: chunk, articles: try writer.plan(decider.touched), counts: decider.counts,
            rejected: rejected, archiveVersion: try archiveVersion())
    }

    /// Whether nobody else has written to the archive since a chunk was planned. To be asked in a transaction that writes.
    func isStillTrue(_ planned: PlannedChunk) throws -> Bool {
        try planned.archiveVersion == archiveVersion()
    }

    // It changes when another connection has committed: https://www.sqlite.org/pragma.html#pragma_data_version
    private func archiveVersion() throws -> Int64? {
        try connection.integer("PRAGMA data_version")
    }

    // Once for each chunk, also when it is planned again.
    private func lookForRepeatedKeys(in chunk: ImportChunk) {
        guard chunk.firstPosition >= nextPosition else { return }
        repeated.look(at: chunk)
        nextPosition = chunk.firstPosition + max(1, chunk.records.count)
    }
}

/// A chunk of which every record is decided.
struct PlannedChunk {
    typealias Rejected = (position: Int, record: RejectedRecord)

    let chunk: ImportChunk
    let articles: ChunkPlan
    let counts: RecordCounts
    let rejected: [Rejected]
    /// The state of the archive against which it was decided.
    let archiveVersion: Int64?
}
