import Dispatch
import NewsArchiveSQLite

/// Builds segments of the full-text index beside the thread that writes the archive, one after another.
final class SegmentWorker: Sendable {
    private let queue = DispatchQueue(label: "news-archive.segments")

    /// Starts to build a segment of new articles.
    ///
    /// - Parameter documents: in the order of their ids.
    func start(_ documents: [(id: ArticleID, wording: Wording)]) -> PendingSegment {
        PendingSegment(
            ids: documents.map(\.id), segment: Pending(on: queue) { try Self.build(documents) })
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
struct PendingSegment {
    /// The articles whose words it will have, in order.
    let ids: [ArticleID]
    let segment: Pending<BuiltSegment>
}
