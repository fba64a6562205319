import Dispatch
import NewsArchiveSQLite

/// Looks up the articles of the next chunk on a connection and a thread of its own, while the chunk before it is written.
///
/// The thread that writes holds the write lock from before the look-ups until they are used, so that nothing can have
/// changed since but what it wrote itself. All have ended before it commits: a transaction that reads would keep the
/// write-ahead log from being begun anew.
final class LookAhead {
    private let queue = DispatchQueue(label: "news-archive.look-ahead")
    private let connection: ConnectionQueue
    private let byteLimit: Int
    private var begun: ChunkLookUps?

    /// Each row is read once, and then the pages above it: 8 MiB.
    private static let cacheSize = "PRAGMA cache_size = -8192"

    /// - Parameters:
    ///   - byteLimit: Bytes of texts that are kept beside those of the records.
    ///   - open: Opens a connection that reads.
    init(byteLimit: Int, open: @escaping @Sendable () throws -> Connection) {
        self.byteLimit = byteLimit
        connection = ConnectionQueue(label: "news-archive.look-ahead") {
            let connection = try open()
            // What damage says must not be written.
            try connection.verifyPages(true)
            try connection.execute(Self.cacheSize)
            return connection
        }
    }

    /// Begins to look up the articles of a chunk, unless that was done.
    func start(_ chunk: ImportChunk) {
        guard begun == nil else { return }
        let slices = stride(from: 0, to: chunk.records.count, by: ChunkLookUps.sliceLength).map { start in
            chunk.records[start..<min(start + ChunkLookUps.sliceLength, chunk.records.count)]
        }
        let share = byteLimit / max(1, slices.count)
        begun = ChunkLookUps(
            firstPosition: chunk.firstPosition,
            slices: slices.map { records in
                Pending(on: queue) { [connection] in
                    try connection.runNow { connection in
                        try connection.snapshot {
                            try ArticleLookUps(of: records, ArticleReader($0), byteLimit: share)
                        }
                    }
                }
            })
    }

    /// What is being looked up for a chunk; nil where nothing is.
    ///
    /// - Parameter articles: Those of the chunk before, which are written meanwhile.
    func take(for chunk: ImportChunk, after articles: [KnownArticle]) -> ChunkLookUps? {
        guard var begun, begun.firstPosition == chunk.firstPosition else { return nil }
        self.begun = nil
        begun.written = WrittenArticles(articles)
        return begun
    }

    /// Waits for what was begun.
    func finish() {
        queue.sync {}
    }
}

/// The look-ups of a chunk, which are handed over while they are being made.
struct ChunkLookUps {
    /// Records that are looked up together: 512.
    static let sliceLength = 512

    let firstPosition: Int
    fileprivate let slices: [Pending<ArticleLookUps>]
    fileprivate var written = WrittenArticles()

    fileprivate init(firstPosition: Int, slices: [Pending<ArticleLookUps>]) {
        self.firstPosition = firstPosition
        self.slices = slices
    }

    /// What was looked up for the records from an index on, when it is; each is handed over once.
    func slice(from index: Int) throws -> ArticleLookUps? {
        let number = index / Self.sliceLength
        guard slices.indices.contains(number) else { return nil }
        var lookUps = try slices[number].take()
        lookUps?.written = written
        return lookUps
    }
}
