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
    private let leastSegment: Int?

    /// Bytes of the texts that were put into the index so far.
    var indexedBytes: Int { index.indexedBytes }

    /// - Parameters:
    ///   - writesIndex: off for a dry run, which needs no search.
    ///   - leastSegment: bytes of new texts from which on they are indexed beside this thread; nil for never.
    init(_ connection: Connection, writesIndex: Bool, leastSegment: Int?) throws {
        self.leastSegment = try writesIndex && connection.takesSegments() ? leastSegment : nil
        rows = try ArticleRowWriter(connection)
        sightings = try SightingWriter(connection)
        index = try SearchIndexWriter(connection, isOn: writesIndex)
        slots = try SlotAllocator(connection)
        composer = try ArticleComposer(connection, DossierWriter(connection, rows, index, slots))
    }

    /// Gives new articles their ids, and starts to index them. Nothing is written yet.
    func plan(_ articles: [KnownArticle]) throws -> ChunkPlan {
        slots.startChunk()
        try assignIDs(articles)
        let ordered = articles.sorted { ($0.id?.rawValue ?? .min) < ($1.id?.rawValue ?? .min) }
        return ChunkPlan(articles: ordered, segment: startSegment(ordered))
    }

    /// Writes what became of the articles of a chunk.
    ///
    /// - Parameters:
    ///   - didWrite: called with the number of articles done, now and then.
    ///   - whileIndexing: called when all is written but the words of new articles, which may still be being indexed.
    func write(
        _ plan: ChunkPlan, dump: Int64, didWrite: (Int) -> Void, whileIndexing: () throws -> Void = {}
    ) throws {
        rows.changes.startTransaction()
        for (count, article) in plan.articles.enumerated() {
            try write(article, plan)
            if count % 512 == 0 { didWrite(count) }
        }
        try writeKeys(plan.articles)
        for article in plan.articles { try sightings.write(article, dump: dump) }
        try sightings.flush()
        try index.flush()
        for article in plan.articles where article.needsComposition {
            if let id = article.id { try composer.compose(id) }
        }
        try slots.recordSpill()
        try whileIndexing()
        if let segment = plan.segment { try index.take(segment) }
        // What was composed may be an article of the segment.
        try index.flush()
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

    private func startSegment(_ ordered: [KnownArticle]) -> PendingSegment? {
        guard let leastSegment else { return nil }
        return index.startSegment(
            ordered.compactMap { article in
                article.stored == nil ? article.id.map { ($0, article.wording) } : nil
            }, least: leastSegment)
    }

    private func write(_ article: KnownArticle, _ plan: ChunkPlan) throws {
        guard let id = article.id, !article.isAsStored else { return }
        let state = article.state
        guard let stored = article.stored else {
            try rows.insert(id, state)
            if plan.segment == nil { try index.insert(id, state.wording) }
            return
        }
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
