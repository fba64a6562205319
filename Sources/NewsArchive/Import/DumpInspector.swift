/// Finds out how a dump is to be read: from its bytes, never from its name.
struct DumpInspector {
    private let dump: DumpBytes
    private let options: ImportOptions
    private let sample: DumpSample
    private let snapshotTimes = SnapshotTimes(now: Clock.now)

    /// So much of the text is parsed for what the dump says about itself: 4 MiB.
    private static let parsedLength = 4 << 20

    init(_ dump: DumpBytes, _ options: ImportOptions) throws {
        self.dump = dump
        self.options = options
        sample = try DumpSample(dump)
    }

    /// What was found out, with some of the first records.
    ///
    /// - Throws: ``ArchiveError/notADump(dump:reason:)`` for what is in no format that is known.
    func inspect(recordLimit: Int) throws -> DumpInspection {
        // Before its bytes are read as text: any bytes are text in some encoding.
        if let other = sample.bytes.withUnsafeBytes(DumpFormat.knownSignature) {
            throw ArchiveError.notADump(dump: dump.name, reason: other)
        }
        let detected = sample.bytes.withUnsafeBytes { EncodingDetector.detect(in: $0) }
        let encoding = options.encoding ?? detected.encoding
        // Read in another encoding the mark is text like any other.
        let layers = TextLayers(
            packing: sample.packing, encoding: encoding,
            markLength: encoding == detected.encoding ? detected.byteOrderMarkLength : 0)
        let parserOptions = ParserOptions(fieldNames: options.fieldNames)
        let text = try self.text(layers)
        let format = try options.format ?? detectFormat(of: text, parserOptions)
        let start = Start(
            text, isWhole: sample.isWhole, format.makeParser(parserOptions), format: format, snapshotTimes,
            recordLimit: max(recordLimit, options.fieldNames.given.isEmpty ? 0 : 1))
        try requireGivenNames(in: start.fields, format)
        return DumpInspection(
            dump: dump.name, byteCount: dump.count,
            encodingReason: options.encoding == nil ? "\(detected.reason)" : "as it was said",
            format: format, header: start.header, source: options.source ?? start.header.title,
            taken: snapshotTimes.time(of: start.header) ?? (format.hasHeader ? start.newest : nil),
            fields: start.fields,
            records: Array(start.records.prefix(recordLimit)),
            layers: layers, parserOptions: parserOptions, snapshotTimes: snapshotTimes)
    }

    // A name that no field has would be overlooked for ever: it was meant for something.
    private func requireGivenNames(in fields: [FoundField], _ format: DumpFormat) throws {
        let missing = options.fieldNames.missing(in: fields)
        guard !missing.isEmpty, !fields.isEmpty else { return }
        let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
        let known = fields.map { "\"\($0.name)\"" }.joined(separator: ", ")
        throw ArchiveError.notADump(
            dump: dump.name, reason: "no field of it is called \(names); its fields are \(known)")
    }

    private func text(_ layers: TextLayers) throws -> [UInt8] {
        guard let decoder = TextDecoder(layers.encoding) else {
            throw ArchiveError.unreadableDump(
                dump: dump.name, reason: "this system has no tables for the encoding \(layers.encoding)")
        }
        // What was read may be blank for long, and be a dump all the same.
        let start = sample.bytes.firstIndex { !$0.isBlankByte } ?? sample.bytes.endIndex
        let skipped = layers.encoding == .utf8 ? start : 0
        var text: [UInt8] = []
        sample.bytes[skipped...].prefix(Self.parsedLength).withUnsafeBytes { bytes in
            decoder.decode(bytes) { text.append(contentsOf: $0) }
        }
        return text
    }

    private func detectFormat(of text: [UInt8], _ parserOptions: ParserOptions) throws -> DumpFormat {
        let detection = text.withUnsafeBytes { bytes in
            DumpFormat.detect(
                in: UnsafeRawBufferPointer(rebasing: bytes.prefix(DumpFormat.detectionLength)),
                fieldNames: parserOptions.fieldNames)
        }
        switch detection {
        case .format(let format): return format
        case .empty: throw ArchiveError.notADump(dump: dump.name, reason: "it is empty")
        case .unknown(let reason): throw ArchiveError.notADump(dump: dump.name, reason: reason)
        }
    }

    /// What the first text of a dump tells when it is parsed.
    private struct Start {
        var header = DumpHeader()
        var records: [ParsedRecord] = []
        var newest: LocalTime?
        var fields: [FoundField] = []

        private let snapshotTimes: SnapshotTimes

        init(
            _ text: [UInt8], isWhole: Bool, _ parser: (any DumpParser)?, format: DumpFormat,
            _ snapshotTimes: SnapshotTimes, recordLimit: Int
        ) {
            self.snapshotTimes = snapshotTimes
            guard var parser, format.hasHeader || recordLimit > 0 else { return }
            text.withUnsafeBytes { bytes in parser.parse(bytes) { add($0, recordLimit: recordLimit) } }
            if isWhole { parser.finish { add($0, recordLimit: recordLimit) } }
            header = parser.header
            fields = (parser as? any FieldedParser)?.fieldsFound ?? []
        }

        private mutating func add(_ record: ParsedRecord, recordLimit: Int) {
            if records.count < recordLimit { records.append(record) }
            guard case .article(let article) = record else { return }
            let published = article.published.map {
                StatedTime($0, minutesAheadOfUTC: article.minutesAheadOfUTC)
            }
            let latest = [published, article.updated].compactMap { $0?.utc }
            for time in latest where snapshotTimes.allow(time) {
                if time.secondsByItsOwnClock > newest?.secondsByItsOwnClock ?? .min { newest = time }
            }
        }
    }
}

extension DumpFormat {
    /// Whether a dump in it says whose it is, and is one snapshot of what its source lists.
    var hasHeader: Bool {
        switch self {
        case .rss, .rdf, .atom, .jsonFeed: true
        case .listing, .jsonLines, .json, .csv, .tsv: false
        }
    }
}

extension UInt8 {
    fileprivate var isBlankByte: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
