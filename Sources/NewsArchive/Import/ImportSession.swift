import NewsArchiveSQLite

/// Imports one dump over one connection, chunk by chunk.
///
/// It runs on the writer's thread from the dump's first byte to its last; the parsing runs beside it.
final class ImportSession {
    struct Observer: Sendable {
        let isCancelled: @Sendable () -> Bool
        let onProgress: @Sendable (ImportProgress) -> Void
        let onRejection: @Sendable (Rejection) -> Void
    }

    private let connection: Connection
    private let options: ImportOptions
    private let observer: Observer
    private let dump: DumpBytes
    private let format: DumpFormat
    private let ledger: DumpLedger
    private let reader: ArticleReader
    private let writer: ArticleWriter
    private let maintenance: IndexMaintenance
    private let rejects: RejectsFile?

    private var dumpID: Int64?
    private var sourceID: Int64?
    private var report: ImportReport
    private var bytesDone = 0

    init(
        _ connection: Connection, archivePath: String, _ input: DumpInput, options: ImportOptions,
        observer: Observer
    ) throws {
        self.connection = connection
        self.options = options
        self.observer = observer
        dump = try DumpBytes(input, isCancelled: observer.isCancelled)
        format = try options.format ?? Self.detectFormat(dump)
        ledger = try DumpLedger(connection)
        reader = try ArticleReader(connection)
        writer = try ArticleWriter(connection, writesIndex: !options.isDryRun)
        maintenance = IndexMaintenance(connection, dumpBytes: dump.count)
        rejects =
            options.isDryRun
            ? nil
            : options.rejectsPath.map {
                RejectsFile(path: $0, archivePath: archivePath)
            }
        report = ImportReport(dump: dump.name, format: format)
    }

    /// Imports the dump, or what an earlier import has left of it.
    func run() throws -> ImportReport {
        let clock = ContinuousClock()
        let start = clock.now
        if options.isDryRun {
            try connection.transaction(ending: .rollBack) { _ in try importDump() }
        } else {
            try importDump()
        }
        report.seconds = (clock.now - start) / .seconds(1)
        return report
    }

    private static func detectFormat(_ dump: DumpBytes) throws -> DumpFormat {
        var start: [UInt8] = []
        try dump.forEachPiece(in: 0..<min(dump.count, DumpFormat.detectionLength)) { start += $0 }
        switch start.withUnsafeBytes({ DumpFormat.detect(in: $0) }) {
        case .format(let format): return format
        case .empty: throw ArchiveError.notADump(dump: dump.name, reason: "it is empty")
        case .unknown(let reason): throw ArchiveError.notADump(dump: dump.name, reason: reason)
        }
    }
}

extension ImportSession {
    private func importDump() throws {
        if let known = try ledger.find(dump) {
            dumpID = known.id
            report.resumed = known.records
            report.wasAlreadyImported = known.isFinished
            if known.isFinished { return }
        }
        let queue = ChunkProducer(
            dump: dump, format: format, localTime: options.localTime, skipping: report.resumed,
            chunkByteLimit: options.chunkByteLimit
        ).start()
        // Also after an error: the producer must not wait for ever for somebody to take its chunk.
        defer { queue.close() }
        while !observer.isCancelled(), let next = queue.pop() {
            let chunk = try next.get()
            try store(chunk)
            if chunk.isLast { return try finish() }
        }
        report.wasInterrupted = true
    }

    private func store(_ chunk: ImportChunk) throws {
        var counts = RecordCounts()
        try inTransaction {
            try beginIfNeeded()
            guard let dumpID else { return }
            var decider = ChunkDecider(reader, rule: options.identity, dump: dumpID)
            try decide(chunk, with: &decider, dump: dumpID)
            try writer.write(decider.touched, dump: dumpID, source: sourceID) { written in
                tell(written, of: decider.touched.count, chunk)
            }
            counts = decider.counts
            try ledger.advance(dump, id: dumpID, past: chunk, counts)
            try rejects?.synchronize()
        }
        report.counts += counts
        bytesDone = chunk.bytesRead
        observer.onProgress(progress(bytes: bytesDone, records: report.counts.records))
    }

    private func decide(_ chunk: ImportChunk, with decider: inout ChunkDecider, dump dumpID: Int64) throws {
        for (index, record) in chunk.records.enumerated() {
            let position = chunk.firstPosition + index
            switch record {
            case .article(let article): try decider.decide(article, position: position)
            case .rejected(let record):
                decider.reject()
                try reject(record, dump: dumpID, position: position)
            }
        }
    }

    private func reject(_ record: RejectedRecord, dump dumpID: Int64, position: Int) throws {
        try rejects?.append(record, of: dump)
        try ledger.reject(record, dump: dumpID, position: position)
        observer.onRejection(Rejection(dump: dump.name, place: record.place, reason: record.reason))
    }

    private func beginIfNeeded() throws {
        if sourceID == nil, let name = options.source { sourceID = try ledger.source(named: name) }
        if bytesDone == 0 { try maintenance.begin() }
        guard dumpID == nil else { return }
        dumpID = try ledger.begin(dump, format: format, options: options, source: sourceID, at: Clock.now)
    }

    private func finish() throws {
        guard let dumpID else { return }
        try inTransaction { try ledger.finish(id: dumpID, at: Clock.now) }
        if !options.isDryRun { try maintenance.end() }
    }

    // A dry run is one transaction around all of it.
    private func inTransaction(_ work: () throws -> Void) throws {
        if options.isDryRun {
            try work()
        } else {
            try connection.transaction { _ in try work() }
        }
    }

    private func tell(_ written: Int, of articles: Int, _ chunk: ImportChunk) {
        let share = Double(written) / Double(max(1, articles))
        observer.onProgress(
            progress(
                bytes: bytesDone + Int(Double(chunk.bytesRead - bytesDone) * share),
                records: report.counts.records + Int(Double(chunk.records.count) * share)))
    }

    private func progress(bytes: Int, records: Int) -> ImportProgress {
        ImportProgress(bytes: bytes, totalBytes: dump.count, records: records)
    }
}
