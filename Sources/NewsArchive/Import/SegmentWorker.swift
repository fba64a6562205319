import Dispatch
import NewsArchiveSQLite
import Synchronization

/// Builds segments of the full-text index beside the thread that writes the archive, one after another.
final class SegmentWorker: Sendable {
    private let queue = DispatchQueue(label: "news-archive.segments")

    /// Starts to build a segment of new articles.
    ///
    /// - Parameter documents: in the order of their ids.
    func start(_ documents: [(id: ArticleID, wording: Wording)]) -> PendingSegment {
        let pending = PendingSegment(documents.map(\.id))
        queue.async { pending.fulfil { try Self.build(documents) } }
        return pending
    }

    private static func build(_ documents: [(id: ArticleID, wording: Wording)]) throws -> BuiltSegment {
        let builder = try SegmentBuilder(pageBytes: IndexMaintenance.pageBytes)
        for (id, wording) in documents {
            try builder.add(id: id.rawValue, headline: wording.headline, body: wording.body.utf8)
        }
        return try builder.finish()
    }
}

/// A segment that is being built.
final class PendingSegment: Sendable {
    /// The articles whose words it will have, in order.
    let ids: [ArticleID]

    private let result = Mutex<Result<BuiltSegment, any Error>?>(nil)
    // Nobody may ever ask for it: libdispatch lets such a semaphore go only where it began with 0.
    private let isBuilt = DispatchSemaphore(value: 0)

    fileprivate init(_ ids: [ArticleID]) {
        self.ids = ids
    }

    fileprivate func fulfil(_ build: () throws -> BuiltSegment) {
        let built = Result(catching: build)
        result.withLock { $0 = built }
        isBuilt.signal()
    }

    /// The segment, when it is built; nil when it was asked for before.
    func wait() throws -> BuiltSegment? {
        isBuilt.wait()
        defer { isBuilt.signal() }
        let built = result.withLock { result in
            defer { result = nil }
            return result
        }
        return try built?.get()
    }
}
