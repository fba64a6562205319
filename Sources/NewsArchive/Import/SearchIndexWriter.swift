import NewsArchiveSQLite

/// Keeps the full-text index in step with the articles of a chunk.
///
/// An external-content FTS5 table is told what to forget with the very text that it was given
/// (https://www.sqlite.org/fts5.html#the_delete_command); `INSERT OR REPLACE` would leave the old text searchable.
final class SearchIndexWriter {
    private enum Change {
        case insert(ArticleID, Wording)
        case delete(ArticleID, Wording)

        var id: ArticleID {
            switch self {
            case .insert(let id, _), .delete(let id, _): id
            }
        }

        // A rowid that is deleted and inserted again must be deleted first.
        var rank: Int {
            switch self {
            case .delete: 0
            case .insert: 1
            }
        }
    }

    private let connection: Connection
    private let isOn: Bool
    private let worker = SegmentWorker()
    /// Bytes of the texts that were put into the index so far.
    private(set) var indexedBytes = 0
    private let sizes: DocumentSizesWriter
    private var changes: [Change] = []
    private var insertText: Statement
    private var deleteText: Statement

    init(_ connection: Connection, isOn: Bool) throws {
        self.connection = connection
        self.isOn = isOn
        sizes = try DocumentSizesWriter(connection)
        insertText = try Statement(
            connection, "INSERT INTO article_search (rowid, headline, body) VALUES (?1, ?2, ?3)")
        deleteText = try Statement(
            connection,
            """
            INSERT INTO article_search (article_search, rowid, headline, body)
            VALUES ('delete', ?1, ?2, ?3)
            """)
    }

    func insert(_ id: ArticleID, _ wording: Wording) throws {
        guard isOn else { return }
        changes.append(.insert(id, wording))
        indexedBytes += wording.headline.utf8.count + wording.body.utf8.count
    }

    func replace(_ oldID: ArticleID, _ old: Wording, with newID: ArticleID, _ new: Wording) throws {
        guard isOn, oldID != newID || old.headline != new.headline || old.body != new.body else { return }
        try remove(oldID, old)
        try insert(newID, new)
    }

    func remove(_ id: ArticleID, _ wording: Wording) throws {
        if isOn { changes.append(.delete(id, wording)) }
    }

    /// Starts to index new articles beside this thread; nil where they are too few for that: they are to be inserted.
    ///
    /// - Parameters:
    ///   - documents: in the order of their ids.
    ///   - least: bytes of texts that are worth a segment.
    func startSegment(
        _ documents: [(id: ArticleID, wording: Wording)], least: Int
    ) -> PendingSegment? {
        let bytes = documents.reduce(0) { $0 + $1.wording.headline.utf8.count + $1.wording.body.utf8.count }
        guard isOn, bytes >= least else { return nil }
        indexedBytes += bytes
        return worker.start(documents)
    }

    /// Adds a segment when it is built. What has changed of its articles since is to be written afterwards.
    func take(_ segment: PendingSegment) throws {
        guard let built = try segment.segment.take() else { return }
        try connection.take(built)
        try sizes.update(segment.ids)
    }

    /// Writes what was gathered, in the order of the ids.
    func flush() throws {
        changes.sort { ($0.id, $0.rank) < ($1.id, $1.rank) }
        for change in changes {
            switch change {
            case .insert(let id, let wording): try run(&insertText, id, wording)
            case .delete(let id, let wording): try run(&deleteText, id, wording)
            }
        }
        try sizes.update(changes.map(\.id))
        changes.removeAll(keepingCapacity: true)
    }

    private func run(_ statement: inout Statement, _ id: ArticleID, _ wording: Wording) throws {
        try statement.bind(1, id.rawValue)
        try statement.bind(2, wording.headline)
        try statement.bind(3, utf8: wording.body.utf8)
        try statement.run()
    }
}
