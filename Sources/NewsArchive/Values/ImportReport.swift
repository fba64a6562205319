/// What an import did.
public struct ImportReport: Equatable, Sendable {
    /// The dump's name.
    public let dump: String
    /// The format it was read as.
    public let format: DumpFormat
    /// Who publishes what it lists: as the import was told, or as the dump says; nil where neither says it.
    public let source: String?
    /// What became of the records that this import read.
    public internal(set) var counts = RecordCounts()
    /// Records that an earlier import of the same bytes had stored already.
    public internal(set) var resumed = 0
    /// Whether an earlier import had stored all of them, so that there was nothing to do.
    public internal(set) var wasAlreadyImported = false
    /// Whether the import was cancelled before its end. The same import again goes on from there.
    public internal(set) var wasInterrupted = false
    /// How long it took, in seconds.
    public internal(set) var seconds = 0.0

    init(dump: String, format: DumpFormat, source: String?) {
        self.dump = dump
        self.source = source
        self.format = format
    }
}

/// How far an import has come.
public struct ImportProgress: Equatable, Sendable {
    /// Bytes of the dump that are stored or just being stored; between two chunks an estimate.
    public let bytes: Int
    /// Bytes of the whole dump.
    public let totalBytes: Int
    /// Records that this import has stored or is just storing; between two chunks an estimate.
    public let records: Int

    /// So many bytes of so many, and so many records.
    public init(bytes: Int, totalBytes: Int, records: Int) {
        self.bytes = bytes
        self.totalBytes = totalBytes
        self.records = records
    }
}

/// A record that an import could not read.
public struct Rejection: Equatable, Sendable {
    /// The dump's name.
    public let dump: String
    /// Where in the dump the record stands.
    public let place: RecordPlace
    /// What is wrong, and what would mend it.
    public let reason: RejectionReason
}
