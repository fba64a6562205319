import NewsArchiveSQLite

/// What is kept of pruned articles: a record of one is recognised, and does not come back as new.
final class PrunedArticles {
    private var anyRow: Statement
    private var byKey: Statement
    private var insertArticle: Statement
    private var insertKey: Statement

    init(_ connection: Connection) throws {
        anyRow = try Statement(connection, "SELECT 1 FROM pruned_article LIMIT 1")
        byKey = try Statement(
            connection,
            """
            SELECT published, precision, NULL, text_hash
            FROM pruned_key
            JOIN pruned_article ON pruned_article.id = article_id
            WHERE key = ?1 AND kind = ?2 AND pruned_key.source_id = ?3
            """)
        insertArticle = try Statement(
            connection,
            "INSERT INTO pruned_article (id, published, precision, text_hash) VALUES (?1, ?2, ?3, ?4)")
        insertKey = try Statement(
            connection,
            """
            INSERT OR IGNORE INTO pruned_key (key, kind, source_id, article_id) VALUES (?1, ?2, ?3, ?4)
            """)
    }

    /// Whether there are none: then no record needs to be looked up.
    func isEmpty() throws -> Bool { try anyRow.first { _ in true } == nil }

    /// Whether a record that is no article of the archive is one that was pruned.
    func contains(
        _ record: PreparedArticle, _ keys: RecordKeys, of source: Int64?, rule: IdentityRule
    ) throws -> Bool {
        if rule == .automatic {
            if let guid = keys.guid, try !rows("guid", guid.hash, source).isEmpty { return true }
            if let link = keys.link, try !rows("link", link.hash, source).isEmpty { return true }
        }
        return try rows("headline", record.key.hash, nil).contains { $0.isLike(record, by: rule) }
    }

    /// Keeps what is needed of an article that is being pruned.
    func add(_ dossier: Dossier) throws {
        guard let id = dossier.id else { return }
        let text = dossier.state.wording.body
        try insert(id, dossier.state.published, textHash: text.isEmpty ? nil : PrunedRow.hash(text))
        for key in dossier.keys { try insert("headline", key, nil, id) }
        for row in dossier.metadata.values {
            if let key = row.guidKey { try insert("guid", key, row.source, id) }
            if let key = row.linkKey { try insert("link", key, row.source, id) }
        }
    }

    /// Keeps what an export says of a pruned article.
    func add(_ pruned: ExportedPruned, source: (String?) throws -> Int64?) throws {
        try insert(pruned.id, pruned.published, textHash: pruned.textHash)
        for key in pruned.keys { try insert(key.kind, key.key, try source(key.source), pruned.id) }
    }

    private func insert(_ id: ArticleID, _ published: PublicationTime?, textHash: Int64?) throws {
        try insertArticle.bind(1, id.rawValue)
        try insertArticle.bind(2, published?.secondsSince1970)
        try insertArticle.bind(3, published?.precision.rawValue)
        try insertArticle.bind(4, textHash)
        try insertArticle.run()
    }

    private func insert(_ kind: String, _ key: Int64, _ source: Int64?, _ id: ArticleID) throws {
        try insertKey.bind(1, key)
        try insertKey.bind(2, kind)
        try insertKey.bind(3, source ?? 0)
        try insertKey.bind(4, id.rawValue)
        try insertKey.run()
    }

    private func rows(_ kind: String, _ key: Int64, _ source: Int64?) throws -> [PrunedRow] {
        try byKey.bind(1, key)
        try byKey.bind(2, kind)
        try byKey.bind(3, source ?? 0)
        return try byKey.all { row in
            PrunedRow(
                published: try PublicationTime(row, secondsAt: 0, precisionAt: 1, offsetAt: 2),
                textHash: try row.optionalInteger(3))
        }
    }
}

/// What is known of a pruned article beside its keys.
private struct PrunedRow {
    let published: PublicationTime?
    let textHash: Int64?

    static func hash(_ text: ParsedText) -> Int64 { Int64(bitPattern: FNV1a.hash(text.utf8)) }

    // As the identity rule decides, but for texts that agree in part: of a text no more is kept than whether it is the same.
    func isLike(_ record: PreparedArticle, by rule: IdentityRule) -> Bool {
        let text = record.article.body
        let hasStamp =
            published.map { mine in
                record.published.map { mine.minute == $0.minute && mine.precision == $0.precision } ?? false
            } ?? false
        let hasText = textHash.map { !text.isEmpty && $0 == Self.hash(text) } ?? text.isEmpty
        return switch rule {
        case .headline: true
        case .exact: hasStamp && hasText
        case .automatic:
            hasStamp || (textHash != nil && hasText) || ((text.isEmpty || textHash == nil) && isNear(record))
        }
    }

    private func isNear(_ record: PreparedArticle) -> Bool {
        guard let mine = published, let theirs = record.published else { return true }
        return mine.isWithinAWeek(of: theirs)
    }
}
