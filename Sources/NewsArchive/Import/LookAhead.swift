import Dispatch
import NewsArchiveSQLite

/// Looks up the articles of the next chunk on a connection and a thread of its own, while the chunk before it is written.
///
/// The thread that writes holds the write lock from before the look-ups until they are used, so that nothing can have
/// changed since but what it wrote itself. All have ended before it commits: a transaction that reads would keep the
/// write-ahead log from being begun anew. What could not be looked up is left to the one who writes.
final class LookAhead {
    private let queue = DispatchQueue(label: "news-archive.look-ahead")
    private let connection: Reader
    private let byteLimit: Int
    private var begun: ChunkLookUps?
    private var stop = StopFlag()

    /// - Parameters:
    ///   - byteLimit: Bytes of texts that are kept beside those of the records.
    ///   - connection: One that reads, and that nobody else has.
    init(byteLimit: Int, _ connection: Connection) {
        self.byteLimit = byteLimit
        self.connection = Reader(connection: connection)
    }

    // Only ever used on the queue.
    private struct Reader: @unchecked Sendable {
        let connection: Connection
    }

    /// Begins to look up the articles of a chunk, unless that was done.
    func start(_ chunk: ImportChunk) {
        guard begun?.firstPosition != chunk.firstPosition else { return }
        end()
        stop = StopFlag()
        let length = ChunkLookUps.sliceLength
        let slices = stride(from: 0, to: chunk.records.count, by: length).map { start in
            chunk.records[start..<min(start + length, chunk.records.count)]
        }
        let share = byteLimit / max(1, slices.count)
        begun = ChunkLookUps(
            firstPosition: chunk.firstPosition, slices: slices.map { lookUp($0, byteLimit: share) })
    }

    private func lookUp(_ records: ArraySlice<ImportChunk.Record>, byteLimit: Int) -> Pending<ArticleLookUps>
    {
        Pending(on: queue) { [connection, stop] in
            if stop.isSet { throw CancellationError() }
            return try connection.connection.snapshot {
                try ArticleLookUps(of: records, ArticleReader($0), byteLimit: byteLimit)
            }
        }
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

    /// Ends what was begun and nobody has taken, or wants any more.
    func end() {
        stop.set()
        begun = nil
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
    func slice(from index: Int) -> ArticleLookUps? {
        let number = index / Self.sliceLength
        guard slices.indices.contains(number) else { return nil }
        do {
            var lookUps = try slices[number].take()
            lookUps?.written = written
            return lookUps
        } catch {
            // Who writes then looks up itself, and meets what is wrong with what it needs.
            return nil
        }
    }
}
