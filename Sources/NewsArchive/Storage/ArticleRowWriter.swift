import NewsArchiveSQLite

/// Writes the rows of the tables article, body, headline_key and former_id, and what changed with them.
///
/// The search index is another's work: it is written last, in the order of the ids.
final class ArticleRowWriter {
    let changes: ChangeCounter
    private var insertArticle: Statement
    private var updateArticle: Statement
    private var updateViews: Statement
    private var putBody: Statement
    private var deleteBody: Statement
    private var insertKey: Statement
    private var insertFormerID: Statement

    init(_ connection: Connection) throws {
        changes = try ChangeCounter(connection)
        insertArticle = try Statement(
            connection,
            """
            INSERT INTO article
              (id, headline, published, precision, utc_offset, origin, views, credit, url, source_id, added_in,
               changed_in)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)
            """)
        updateArticle = try Statement(
            connection,
            """
            UPDATE article
            SET id = ?1, headline = ?2, published = ?3, precision = ?4, utc_offset = ?5, origin = ?6, views = ?7,
              credit = ?8, url = ?9, source_id = ?10, changed_in = coalesce(?11, changed_in)
            WHERE id = ?12
            """)
        updateViews = try Statement(connection, "UPDATE article SET views = ?2 WHERE id = ?1")
        putBody = try Statement(
            connection,
            """
            INSERT INTO body (article_id, text)
            VALUES (?1, ?2)
            ON CONFLICT (article_id) DO UPDATE SET text = excluded.text
            """)
        deleteBody = try Statement(connection, "DELETE FROM body WHERE article_id = ?1")
        insertKey = try Statement(
            connection, "INSERT OR IGNORE INTO headline_key (key, article_id) VALUES (?1, ?2)")
        insertFormerID = try Statement(
            connection, "INSERT INTO former_id (id, article_id) VALUES (?1, ?2)")
    }

    /// Writes a new article.
    func insert(_ id: ArticleID, _ state: ArticleState) throws {
        try bind(id, state, to: insertArticle)
        try insertArticle.bind(11, try changes.number())
        try insertArticle.run()
        if !state.wording.body.isEmpty { try put(state.wording.body, of: id) }
    }

    /// Writes what became of an article.
    func update(_ old: ArticleID, _ before: ArticleState, to id: ArticleID, _ state: ArticleState) throws {
        if old == id, before.differsInViewsAlone(from: state) { return try write(state.views, of: id) }
        let saysElse = before.wording != state.wording || before.published != state.published || old != id
        try bind(id, state, to: updateArticle)
        try updateArticle.bind(11, saysElse ? try changes.number() : nil)
        try updateArticle.bind(12, old.rawValue)
        try updateArticle.run()
        if before.wording.body != state.wording.body { try put(state.wording.body, of: id) }
    }

    // What every list says anew of every article that is still read. The whole row would be looked up by all foreign keys.
    private func write(_ views: Int64?, of id: ArticleID) throws {
        try updateViews.bind(1, id.rawValue)
        try updateViews.bind(2, views)
        try updateViews.run()
    }

    /// Makes an article known by headline keys, in the order of their hashes.
    func insertKeys(_ keys: [(hash: Int64, id: ArticleID)]) throws {
        for key in keys.sorted(by: { $0 < $1 }) {
            try insertKey.bind(1, key.hash)
            try insertKey.bind(2, key.id.rawValue)
            try insertKey.run()
        }
    }

    /// Lets an id that is no article's any more lead to an article.
    func lead(_ former: ArticleID, to id: ArticleID, _ reason: RemovalReason) throws {
        try insertFormerID.bind(1, former.rawValue)
        try insertFormerID.bind(2, id.rawValue)
        try insertFormerID.run()
        try changes.remove(former, reason)
    }

    private func bind(_ id: ArticleID, _ state: ArticleState, to statement: borrowing Statement) throws {
        let published = state.published
        try statement.bind(1, id.rawValue)
        try statement.bind(2, state.wording.headline)
        try statement.bind(3, published?.secondsSince1970)
        try statement.bind(4, published?.precision.rawValue)
        try statement.bind(5, published?.minutesAheadOfUTC)
        try statement.bind(6, (published?.origin ?? .unknown).rawValue)
        try statement.bind(7, state.views)
        try statement.bind(8, state.wording.credit)
        try statement.bind(9, state.url)
        try statement.bind(10, state.source)
    }

    private func put(_ body: ParsedText, of id: ArticleID) throws {
        guard !body.isEmpty else {
            try deleteBody.bind(1, id.rawValue)
            return try deleteBody.run()
        }
        try putBody.bind(1, id.rawValue)
        try putBody.bind(2, utf8: body.utf8)
        try putBody.run()
    }
}
