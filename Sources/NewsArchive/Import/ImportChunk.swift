/// A part of a dump whose records are decided together and stored in one transaction.
struct ImportChunk: Sendable {
    /// One record, ready to be decided.
    enum Record: Sendable {
        case article(PreparedArticle)
        case rejected(RejectedRecord)
        /// There is no such record any more in the archive that is being merged: it was rejected there, pruned, or is no part
        /// of an excerpt.
        case absent
    }

    /// A chunk ends when its records have so many bytes: 16 MiB.
    ///
    /// FTS5 writes a segment for each chunk at least, so that small ones cost merging; two wait and two are worked on,
    /// so that large ones cost memory.
    static let byteLimit = 16 << 20

    /// The first chunk of a dump ends earlier: 2 MiB. While it is read, nothing else can be done.
    static let firstByteLimit = 2 << 20

    /// A chunk ends with so many records, however short: each costs memory beside its text.
    static let recordLimit = 20_000

    var records: [Record] = []
    /// The number of its first record in the dump, from 0.
    let firstPosition: Int
    /// Bytes of the dump that were read when the chunk was complete, and their SHA-256.
    var bytesRead = 0
    var digest: [UInt8] = []
    /// Whether the dump has no record after it. All its bytes may be read before: a parser keeps the last record until
    /// it is told that no more will come.
    var isLast = false
    /// Whether the dump had at least as many records as were to be skipped.
    var endsAsExpected = true

    private var byteCount = 0
    private let byteLimit: Int

    init(firstPosition: Int, byteLimit: Int) {
        self.firstPosition = firstPosition
        self.byteLimit = byteLimit
    }

    /// The names of those who list its articles.
    var sources: Set<String> {
        Set(
            records.compactMap { record in
                if case .article(let article) = record { article.source } else { nil }
            })
    }

    mutating func add(_ record: Record, byteCount: Int) {
        records.append(record)
        self.byteCount += byteCount
    }

    var isFull: Bool { byteCount >= byteLimit || records.count >= Self.recordLimit }

    /// Whether it is so full that it must not wait for the end of a piece.
    var isOverfull: Bool { byteCount >= 2 * byteLimit || records.count >= 2 * Self.recordLimit }
}
