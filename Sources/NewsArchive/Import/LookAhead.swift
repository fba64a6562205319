import Dispatch
import NewsArchiveSQLite

/// Looks up the articles of the next chunk on a connection and a thread of its own, while the chunk before it is written.
///
/// The thread that writes holds the write lock from before the look-ups until they are used, so that nothing can have
/// changed since but what it wrote itself: ``ArticleLookUps/forget(_:)``.
final class LookAhead {
    private let queue = DispatchQueue(label: "news-archive.look-ahead")
    private let connection: ConnectionQueue
    private let byteLimit: Int
    private var pending: (firstPosition: Int, lookUps: Pending<ArticleLookUps>)?

    /// Each row is read once, and then the pages above it: 8 MiB.
    private static let cacheSize = "PRAGMA cache_size = -8192"

    /// - Parameter open: Opens a connection that reads.
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
        guard pending == nil else { return }
        let lookUps = Pending(on: queue) { [connection, byteLimit] in
            try connection.runNow { connection in
                try connection.snapshot {
                    try ArticleLookUps(of: chunk, ArticleReader($0), byteLimit: byteLimit)
                }
            }
        }
        pending = (chunk.firstPosition, lookUps)
    }

    /// What was looked up for a chunk, when it is; nil where nothing was.
    func take(for chunk: ImportChunk) throws -> ArticleLookUps? {
        defer { pending = nil }
        let lookUps = try pending?.lookUps.take()
        return pending?.firstPosition == chunk.firstPosition ? lookUps : nil
    }

    /// Waits for what was begun, which holds a transaction open that reads.
    func finish() {
        queue.sync {}
    }
}
