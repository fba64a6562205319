/// A dump that was imported, wholly or in part.
public struct Dump: Identifiable, Equatable, Sendable {
    /// The number by which the archive knows it.
    public let id: Int64
    /// The path as it was given, or "standard input".
    public let name: String
    /// The format it is in.
    public let format: String
    /// Who published what it lists; nil when the import did not say.
    public let source: String?
    /// Its size in bytes.
    public let bytes: Int64
    /// The SHA-256 of its bytes, or of those read so far when it is not finished.
    public let digest: [UInt8]
    /// The latest date on which it says that it was taken, as "2025-10-10" or "2025-10".
    public let taken: String?
    /// What became of its records.
    public let counts: RecordCounts
    /// When the import began: seconds since 1970-01-01 UTC by the clock of the machine.
    public let started: Int64
    /// When all of it was read; nil when the import was stopped.
    public let finished: Int64?
}

/// What became of the records of a dump.
public struct RecordCounts: Equatable, Sendable {
    /// Records that became a new article.
    public internal(set) var added = 0
    /// Records of an article that was known, with a wording that was known.
    public internal(set) var seenAgain = 0
    /// Records of an article that was known, with another wording.
    public internal(set) var revised = 0
    /// Records that could not be read.
    public internal(set) var rejected = 0

    /// All records.
    public var records: Int { added + seenAgain + revised + rejected }
}

extension RecordCounts {
    static func += (total: inout RecordCounts, more: RecordCounts) {
        total.added += more.added
        total.seenAgain += more.seenAgain
        total.revised += more.revised
        total.rejected += more.rejected
    }
}
