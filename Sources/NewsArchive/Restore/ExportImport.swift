import NewsArchiveFormats
import NewsArchiveSQLite

/// Imports a lossless export: into an empty archive as it is, into another one as a merge.
struct ExportImport {
    private let connection: Connection
    private let dump: DumpBytes
    private let options: ImportOptions
    private let observer: ImportSession.Observer

    /// A longer line is no article's: half a gigabyte.
    private static let lineLimit = 512 << 20

    init(
        _ connection: Connection, _ dump: DumpBytes, _ options: ImportOptions,
        _ observer: ImportSession.Observer
    ) {
        self.connection = connection
        self.dump = dump
        self.options = options
        self.observer = observer
    }

    /// Whether a dump is a lossless export, which its first bytes say.
    static func recognizes(_ dump: DumpBytes) throws -> Bool {
        var start = [UInt8](repeating: 0, count: 64)
        let count = try start.withUnsafeMutableBytes { try dump.reader().read(into: $0, at: 0) }
        let packing = start.withUnsafeBytes {
            Packing.detect(in: UnsafeRawBufferPointer(rebasing: $0[..<count]))
        }
        guard packing == .gzip || packing == .zstd, packing.isSupported else {
            return start.starts(with: ExportLine.signature)
        }
        return try DumpSample(dump).bytes.starts(with: ExportLine.signature)
    }

    func run() throws -> ImportReport {
        let clock = ContinuousClock()
        let start = clock.now
        var report = ImportReport(dump: dump.name, format: .jsonLines, source: nil)
        do {
            report.counts = try isEmpty() ? restore() : merge(&report)
        } catch is CancellationError {
            report.wasInterrupted = true
        }
        report.seconds = (clock.now - start) / .seconds(1)
        return report
    }

    private func isEmpty() throws -> Bool {
        try connection.integer(
            "SELECT 1 FROM article UNION ALL SELECT 1 FROM dump UNION ALL SELECT 1 FROM removed_article LIMIT 1"
        ) == nil
    }

    private func restore() throws -> RecordCounts {
        let maintenance = IndexMaintenance(connection, dumpBytes: dump.count)
        let counts = try connection.transaction(ending: options.isDryRun ? .rollBack : .commit) {
            connection in
            if !options.isDryRun { try maintenance.begin() }
            let counts = try restore(into: connection)
            if !options.isDryRun { try maintenance.endLoading() }
            return counts
        }
        if !options.isDryRun { maintenance.mergeAndCheckpoint(indexedBytes: dump.count) }
        return counts
    }

    // An archive that holds something already is merged with one that is made of the export first.
    private func merge(_ report: inout ImportReport) throws -> RecordCounts {
        let opener = ArchiveOpener(location: .temporary, path: dump.name, waitMilliseconds: 0)
        let other = try opener.openForWriting()
        _ = try other.transaction { try restore(into: $0) }
        let merged = try MergeSession(
            connection, from: other, isDryRun: options.isDryRun, isCancelled: observer.isCancelled
        ).run()
        report.wasAlreadyImported = merged.dumps == 0
        return merged.counts
    }

    private func restore(into connection: Connection) throws -> RecordCounts {
        let restorer = try ExportRestorer(connection)
        var number = 0
        var records = 0
        try forEachLine { line, bytesRead in
            number += 1
            do {
                try restorer.restore(line)
            } catch let error as ExportLineError {
                throw ArchiveError.unreadableDump(
                    dump: dump.name, reason: "line \(number) is no line of an export: \(error.reason)")
            }
            guard restorer.counts.records > records + 1000 else { return }
            if observer.isCancelled() { throw CancellationError() }
            records = restorer.counts.records
            observer.onProgress(ImportProgress(bytes: bytesRead, totalBytes: dump.count, records: records))
        }
        try restorer.finish()
        return restorer.counts
    }

    private func forEachLine(_ handle: ([UInt8], _ bytesRead: Int) throws -> Void) throws {
        let sample = try DumpSample(dump)
        let layers = TextLayers(packing: sample.packing, encoding: .utf8, markLength: 0)
        let stream = try TextStream(dump, layers, pieceLength: 1 << 20)
        var line: [UInt8] = []
        while try stream.next({ text in
            var rest = text[...]
            while let end = rest.firstIndex(of: 0x0A) {
                line.append(contentsOf: rest[rest.startIndex..<end])
                if !line.isEmpty { try handle(line, stream.bytesRead) }
                line.removeAll(keepingCapacity: true)
                rest = rest[(end + 1)...]
            }
            line.append(contentsOf: rest)
            guard line.count <= Self.lineLimit else {
                throw ArchiveError.unreadableDump(
                    dump: dump.name, reason: "a line is longer than \(Self.lineLimit) bytes")
            }
        }) {}
        // An export ends with a line end: without one it was cut.
        guard line.isEmpty else {
            throw ArchiveError.unreadableDump(
                dump: dump.name, reason: "its last line has no end: the export was cut; export again")
        }
    }
}
