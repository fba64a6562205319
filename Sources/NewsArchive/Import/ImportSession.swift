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
    private let archivePath: String
    private let options: ImportOptions
    private let observer: Observer
    private let dump: DumpBytes
    private let inspection: DumpInspection
    private let text: RecordBytes
    private let ledger: DumpLedger
    private let planner: ChunkPlanner
    private let writer: ArticleWriter
    private let maintenance: IndexMaintenance
    private let rejects: RejectsFile?
    private let lookAhead: LookAhead?

    private var dumpID: Int64?
    /// What ended the reading of the dump, found out while the chunk before was stored.
    private var readingError: (any Error)?
    private var turns = WritersTurns()
    private var report: ImportReport
    private var bytesDone = 0

    init(
        _ connection: Connection, archivePath: String, _ dump: DumpBytes, options: ImportOptions,
        observer: Observer, openBeside: (Connection) -> Connection? = { _ in nil }
    ) throws {
        self.connection = connection
        self.archivePath = archivePath
        self.options = options
        self.observer = observer
        self.dump = dump
        inspection = try DumpInspector(dump, options).inspect(recordLimit: 0)
        text = RecordBytes(dump, inspection.layers)
        ledger = try DumpLedger(connection)
        maintenance = IndexMaintenance(connection, dumpBytes: dump.count, options.loading)
        writer = try ArticleWriter(
            connection, writesIndex: !options.isDryRun, leastSegment: maintenance.leastSegment)
        planner = try ChunkPlanner(connection, options, ledger, writer)
        lookAhead =
            maintenance.isLarge && !options.isDryRun
            ? openBeside(connection).map { LookAhead(byteLimit: options.comparedByteLimit, $0) } : nil
        rejects =
            options.isDryRun
            ? nil
            : options.rejectsPath.map {
                RejectsFile(path: $0, archivePath: archivePath)
            }
        report = ImportReport(dump: dump.name, format: inspection.format, source: inspection.source)
    }

    /// Imports the dump, or what an earlier import has left of it.
    func run() throws -> ImportReport {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            // What is written comes from types that have no other values.
            try connection.withoutCheckConstraints {
                if options.isDryRun {
                    try connection.transaction(ending: .rollBack) { _ in try importDump() }
                } else {
                    try importDump()
                }
            }
        } catch let error as SQLiteError where error.code == ResultCode.busy && observer.isCancelled() {
            // The wish to stop ended the waiting for another writer.
            report.wasInterrupted = true
        }
        report.seconds = (clock.now - start) / .seconds(1)
        return report
    }
}

extension ImportSession {
    private func importDump() throws {
        if let known = try ledger.find(dump) {
            dumpID = known.id
            report.resumed = known.records
            report.wasAlreadyImported = known.isFinished
            if known.isFinished { return }
            if known.wasExcerpt { planner.positions = try ledger.positions(of: known.id) }
            try requireSameSettings(known)
        }
        let queue = ChunkProducer(
            dump: dump, inspection: inspection, localTime: options.localTime, skipping: report.resumed,
            chunkByteLimit: options.chunkByteLimit
        ).start()
        // Also after an error: the producer must not wait for ever for somebody to take its chunk.
        defer {
            queue.close()
            lookAhead?.end()
        }
        var planned: PlannedChunk?
        while !observer.isCancelled() {
            if let readingError { throw readingError }
            guard let chunk = try planned?.chunk ?? queue.pop()?.get() else { break }
            planned = try store(chunk, planned, aheadOf: queue)
            if chunk.isLast { return try finish(chunk) }
        }
        report.wasInterrupted = true
    }

    // Half a dump by one rule and half by another would be an archive that nobody can explain.
    private func requireSameSettings(_ known: DumpLedger.Entry) throws {
        let mine = DumpSettings(options, inspection)
        guard known.settings != mine else { return }
        let began = known.settings.description
        throw ArchiveError.begunWithOtherSettings(dump: dump.name, settings: began)
    }

    // Returns the next chunk, where there was time to plan it.
    private func store(
        _ chunk: ImportChunk, _ ahead: PlannedChunk?, aheadOf queue: ChunkProducer.Queue
    ) throws -> PlannedChunk? {
        var counts = RecordCounts()
        var rejections: [Rejection] = []
        var next: PlannedChunk?
        if !options.isDryRun { try maintenance.mergeIfCrowded() }
        try inTransaction {
            // Another process may have made the keys anew since the chunk before.
            try KeyVersion.require(connection, path: archivePath)
            try beginIfNeeded()
            guard let dumpID else { return }
            let planned = try stillTrue(ahead) ?? planner.plan(chunk, dump: dumpID)
            rejections = try write(planned.rejected, dump: dumpID)
            try writer.write(
                planned.articles, dump: dumpID,
                didWrite: {
                    tell($0, of: planned.articles.articles.count, chunk)
                    lookAhead(in: queue)
                },
                whileIndexing: {
                    if !chunk.isLast { next = try planNext(of: queue, after: planned, dump: dumpID) }
                })
            lookAhead?.end()
            counts = planned.counts
            try ledger.advance(dump, id: dumpID, past: chunk, counts)
            try rejects?.synchronize()
        }
        report.counts += counts
        bytesDone = chunk.bytesRead
        for rejection in rejections { observer.onRejection(rejection) }
        observer.onProgress(progress(bytes: bytesDone, records: report.counts.records))
        return next
    }

    private func stillTrue(_ planned: PlannedChunk?) throws -> PlannedChunk? {
        guard let planned, try planner.isStillTrue(planned) else { return nil }
        return planned
    }

    private func lookAhead(in queue: ChunkProducer.Queue) {
        guard let lookAhead, case .success(let chunk)? = queue.first else { return }
        lookAhead.start(chunk)
    }

    // The chunk that is stored does not wait for the next one to be read.
    private func planNext(
        of queue: ChunkProducer.Queue, after planned: PlannedChunk, dump: Int64
    ) throws -> PlannedChunk? {
        guard maintenance.isLarge, !options.isDryRun, !observer.isCancelled() else { return nil }
        switch queue.popIfReady() {
        case nil: return nil
        case .success(let chunk):
            let lookUps = lookAhead?.take(for: chunk, after: planned.articles.articles)
            return try planner.plan(chunk, dump: dump, lookUps: lookUps)
        case .failure(let error):
            readingError = error
            return nil
        }
    }

    private func write(_ rejected: [PlannedChunk.Rejected], dump dumpID: Int64) throws -> [Rejection] {
        try rejected.map { position, record in
            try rejects?.append(record, of: dump, text)
            try ledger.reject(record, dump: dumpID, position: position)
            return Rejection(dump: dump.name, place: record.place, reason: record.reason)
        }
    }

    private func beginIfNeeded() throws {
        if let name = inspection.source { planner.sources[name] = try ledger.source(named: name) }
        if bytesDone == 0 { try maintenance.begin() }
        guard dumpID == nil else { return }
        // Another process may have begun with the same dump while this one waited for the lock.
        guard try ledger.find(dump) == nil else { throw ArchiveError.importInProgress(dump: dump.name) }
        let settings = DumpSettings(options, inspection)
        let source = inspection.source.flatMap { planner.sources[$0] }
        if let excerpt = try ledger.excerpt(of: dump) {
            planner.positions = try ledger.positions(of: excerpt)
            try ledger.begin(over: excerpt, settings: settings, source: source, at: Clock.now)
            dumpID = excerpt
        } else {
            dumpID = try ledger.begin(dump, settings: settings, source: source, at: Clock.now)
        }
    }

    private func finish(_ last: ImportChunk) throws {
        guard let dumpID else { return }
        // More records skipped than the dump has: the row about it is not true.
        guard last.endsAsExpected else {
            throw SQLiteError(corrupt: "more records of \(dump.name) than it has")
        }
        try inTransaction {
            try ledger.finish(id: dumpID, at: Clock.now)
            try maintenance.endLoading()
        }
        if !options.isDryRun { maintenance.mergeAndCheckpoint(indexedBytes: writer.indexedBytes) }
    }

    // A dry run is one transaction around all of it.
    private func inTransaction(_ work: () throws -> Void) throws {
        if options.isDryRun {
            try work()
        } else {
            try turns.take { try connection.transaction { _ in try work() } }
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
