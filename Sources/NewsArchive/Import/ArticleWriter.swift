import NewsArchiveSQLite

/// Writes what a chunk decided: articles, texts, keys, revisions, sightings and the search index.
///
/// Each table is written in the order of its key. FTS5 in particular flushes what it has gathered whenever a rowid is
/// not larger than the one before: oldest first is three times faster than newest first.
final class ArticleWriter {
    private let sightings: SightingWriter
    private let index: SearchIndexWriter
    private let slots: SlotAllocator
    private var insertArticle: Statement
    private var updateArticle: Statement
    private var putBody: Statement
    private var insertKey: Statement
    private var insertFormerID: Statement
    private var recordSpill: Statement

    /// - Parameter writesIndex: off for a dry run, which needs no search.
    init(_ connection: Connection, writesIndex: Bool) throws {
        sightings = try SightingWriter(connection)
        index = try SearchIndexWriter(connection, isOn: writesIndex)
        slots = try SlotAllocator(connection)
        insertArticle = try Statement(
            connection,
            """
            INSERT INTO article
              (id, source_id, headline, published, precision, utc_offset, origin, views, credit, url)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """)
        updateArticle = try Statement(
            connection,
            """
            UPDATE article
            SET id = ?1, headline = ?2, published = ?3, precision = ?4, utc_offset = ?5, origin = ?6, views = ?7,
              credit = ?8, source_id = coalesce(source_id, ?10), url = ?11
            WHERE id = ?9
            """)
        putBody = try Statement(
            connection,
            """
            INSERT INTO body (article_id, text)
            VALUES (?1, ?2)
            ON CONFLICT (article_id) DO UPDATE SET text = excluded.text
            """)
        insertKey = try Statement(
            connection, "INSERT OR IGNORE INTO headline_key (key, article_id) VALUES (?1, ?2)")
        insertFormerID = try Statement(
            connection, "INSERT INTO former_id (id, article_id) VALUES (?1, ?2)")
        recordSpill = try Statement(
            connection, "UPDATE archive SET longest_spill = max(longest_spill, ?1)")
    }

    /// Writes what became of `articles`.
    ///
    /// - Parameter didWrite: called with the number of articles done, now and then.
    func write(
        _ articles: [KnownArticle], dump: Int64, didWrite: (Int) -> Void
    ) throws {
        slots.startChunk()
        try assignIDs(articles)
        let ordered = articles.sorted { ($0.id?.rawValue ?? .min) < ($1.id?.rawValue ?? .min) }
        for (count, article) in ordered.enumerated() {
            try write(article)
            if count % 512 == 0 { didWrite(count) }
        }
        try writeKeys(ordered)
        for article in ordered { try sightings.write(article, dump: dump) }
        if slots.longestSpill > 0 {
            try recordSpill.bind(1, slots.longestSpill)
            try recordSpill.run()
        }
        try index.flush()
    }
}

extension ArticleWriter {
    private func assignIDs(_ articles: [KnownArticle]) throws {
        let unassigned = articles.filter { article in
            article.stored.map { article.published?.minute != $0.published?.minute } ?? true
        }
        for article in unassigned.sorted(by: { $0.minute < $1.minute }) {
            article.id = try slots.next(forMinute: article.minute)
        }
    }

    private func write(_ article: KnownArticle) throws {
        guard let id = article.id else { return }
        let source = article.sightings.lazy.compactMap(\.source).first
        if let stored = article.stored {
            try update(article, from: stored, to: id, source: source)
        } else {
            try insert(article, as: id, source: source)
        }
    }

    private func insert(_ article: KnownArticle, as id: ArticleID, source: Int64?) throws {
        try insertArticle.bind(1, id.rawValue)
        try insertArticle.bind(2, source)
        try insertArticle.bind(3, article.wording.headline)
        try article.published.bind(to: insertArticle, at: 4)
        try insertArticle.bind(8, article.views)
        try insertArticle.bind(9, article.wording.credit)
        try insertArticle.bind(10, article.url)
        try insertArticle.run()
        if !article.wording.body.isEmpty { try put(article.wording.body, of: id) }
        try index.insert(id, article.wording)
    }

    private func update(
        _ article: KnownArticle, from stored: KnownArticle.Stored, to id: ArticleID, source: Int64?
    ) throws {
        guard
            article.wording != stored.wording || article.views != stored.views
                || article.published != stored.published || article.url != stored.url
                || (source != nil && !stored.hasSource)
        else { return }
        try updateArticle.bind(1, id.rawValue)
        try updateArticle.bind(2, article.wording.headline)
        try article.published.bind(to: updateArticle, at: 3)
        try updateArticle.bind(7, article.views)
        try updateArticle.bind(8, article.wording.credit)
        try updateArticle.bind(9, stored.id.rawValue)
        try updateArticle.bind(10, source)
        try updateArticle.bind(11, article.url)
        try updateArticle.run()
        if id != stored.id {
            try insertFormerID.bind(1, stored.id.rawValue)
            try insertFormerID.bind(2, id.rawValue)
            try insertFormerID.run()
        }
        if article.wording.body != stored.wording.body { try put(article.wording.body, of: id) }
        try index.replace(stored.id, stored.wording, with: id, article.wording)
    }

    private func put(_ body: ParsedText, of id: ArticleID) throws {
        try putBody.bind(1, id.rawValue)
        try putBody.bind(2, utf8: body.utf8)
        try putBody.run()
    }

    private func writeKeys(_ articles: [KnownArticle]) throws {
        var keys: [(hash: Int64, id: ArticleID)] = []
        for article in articles {
            guard let id = article.id else { continue }
            keys += article.newKeys.map { ($0.hash, id) }
        }
        for key in keys.sorted(by: { $0 < $1 }) {
            try insertKey.bind(1, key.hash)
            try insertKey.bind(2, key.id.rawValue)
            try insertKey.run()
        }
    }
}

extension PublicationTime? {
    /// Binds seconds, precision, offset and origin to four parameters in a row.
    fileprivate func bind(to statement: borrowing Statement, at first: Int32) throws {
        try statement.bind(first, self?.secondsSince1970)
        try statement.bind(first + 1, self?.precision.rawValue)
        try statement.bind(first + 2, self?.minutesAheadOfUTC)
        try statement.bind(first + 3, (self?.origin ?? .unknown).rawValue)
    }
}
