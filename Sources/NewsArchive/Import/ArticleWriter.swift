import NewsArchiveSQLite

/// Writes what a chunk decided: articles, texts, keys, revisions, sightings and the search index.
///
/// Each table is written in the order of its key. FTS5 in particular flushes what it has gathered whenever a rowid is
/// not larger than the one before: oldest first is three times faster than newest first.
final class ArticleWriter {
    private let rows: ArticleRowWriter
    private let sightings: SightingWriter
    private let index: SearchIndexWriter
    private let slots: SlotAllocator
    private let composer: ArticleComposer

    /// Bytes of the texts that were put into the index so far.
    var indexedBytes: Int { index.indexedBytes }

    /// - Parameter writesIndex: off for a dry run, which needs no search.
    init(_ connection: Connection, writesIndex: Bool) throws {
        rows = try ArticleRowWriter(connection)
        sightings = try SightingWriter(connection)
        index = try SearchIndexWriter(connection, isOn: writesIndex)
        slots = try SlotAllocator(connection)
        composer = try ArticleComposer(connection, DossierWriter(connection, rows, index, slots))
    }

    /// Writes what became of `articles`.
    ///
    /// - Parameter didWrite: called with the number of articles done, now and then.
    func write(
        _ articles: [KnownArticle], dump: Int64, didWrite: (Int) -> Void
    ) throws {
        slots.startChunk()
        rows.changes.startTransaction()
        try assignIDs(articles)
        let ordered = articles.sorted { ($0.id?.rawValue ?? .min) < ($1.id?.rawValue ?? .min) }
        for (count, article) in ordered.enumerated() {
            try write(article)
            if count % 512 == 0 { didWrite(count) }
        }
        try writeKeys(ordered)
        for article in ordered { try sightings.write(article, dump: dump) }
        try index.flush()
        for article in ordered where article.needsComposition {
            if let id = article.id { try composer.compose(id) }
        }
        try index.flush()
        try slots.recordSpill()
    }
}

extension ArticleWriter {
    private func assignIDs(_ articles: [KnownArticle]) throws {
        let unassigned = articles.filter { article in
            article.stored.map { article.minute != $0.state.minute } ?? true
        }
        for article in unassigned.sorted(by: { $0.minute < $1.minute }) {
            article.id = try slots.next(forMinute: article.minute)
        }
    }

    private func write(_ article: KnownArticle) throws {
        guard let id = article.id else { return }
        let state = article.state
        guard let stored = article.stored else {
            try rows.insert(id, state)
            return try index.insert(id, state.wording)
        }
        guard state != stored.state else { return }
        try rows.update(stored.id, stored.state, to: id, state)
        if id != stored.id { try rows.lead(stored.id, to: id, .moved) }
        try index.replace(stored.id, stored.state.wording, with: id, state.wording)
    }

    private func writeKeys(_ articles: [KnownArticle]) throws {
        try rows.insertKeys(
            articles.flatMap { article in
                article.id.map { id in article.newKeys.map { ($0.hash, id) } } ?? []
            })
    }
}
