import NewsArchiveSQLite

/// What it takes to change articles as a whole, in one transaction: their rows, their sightings, their words in the index.
final class ArticleEditor {
    /// Articles whose changes to the index are held at once: what they say is kept in memory until then.
    private static let batch = 500

    let rows: ArticleRowWriter
    let loader: DossierLoader
    let writer: DossierWriter
    private let index: SearchIndexWriter
    private let slots: SlotAllocator
    private var waiting = 0

    /// To be made when the transaction has begun: the ids that it gives out must not be given out by another.
    init(_ connection: Connection) throws {
        rows = try ArticleRowWriter(connection)
        index = try SearchIndexWriter(connection, isOn: true)
        slots = try SlotAllocator(connection)
        loader = try DossierLoader(connection)
        writer = try DossierWriter(connection, rows, index, slots)
    }

    /// Says that another article was changed. In the order of their ids, that is fast.
    func didChangeArticle() throws {
        waiting += 1
        guard waiting >= Self.batch else { return }
        try index.flush()
        waiting = 0
    }

    /// Notes by how many minutes an id is behind its article's minute.
    func noteSpill(_ minutes: Int64) {
        slots.note(spill: minutes)
    }

    /// Writes what waits, before the transaction ends.
    func finish() throws {
        try index.flush()
        try slots.recordSpill()
    }
}
