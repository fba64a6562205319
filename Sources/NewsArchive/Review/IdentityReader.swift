import NewsArchiveSQLite

/// Reads by what articles are found again, and what was decided by hand about them.
final class IdentityReader {
    let connection: Connection
    private var headlines: Statement
    private var others: Statement
    private var names: Statement
    private var successor: Statement

    init(_ connection: Connection) throws {
        self.connection = connection
        headlines = try Statement(
            connection,
            """
            SELECT headline FROM (
              SELECT 0 AS place, headline FROM article WHERE id = ?1
              UNION ALL
              SELECT id, headline FROM revision WHERE article_id = ?1
            )
            ORDER BY place
            """)
        others = try Statement(
            connection, "SELECT count(*) FROM headline_key WHERE key = ?1 AND article_id <> ?2")
        names = try Statement(
            connection,
            """
            SELECT source.name, guid, url, guid_key IS NOT NULL, link_key IS NOT NULL
            FROM metadata
            LEFT JOIN source ON source.id = source_id
            WHERE article_id = ?1
            ORDER BY metadata.id
            """)
        successor = try Statement(connection, "SELECT article_id FROM former_id WHERE id = ?1")
    }

    func explanation(of id: ArticleID) throws -> IdentityExplanation {
        let article = try article(id)
        return IdentityExplanation(
            article: article, headlines: try headlineIdentities(of: article.id),
            names: try names(of: article.id),
            changes: try changes { $0 == article.id || $1 == article.id })
    }

    func article(_ id: ArticleID) throws -> Article {
        guard let article = try ArticleLoader(connection).load(id) else {
            throw ArchiveError.noSuchArticle(id)
        }
        return article
    }

    /// The keys of the headlines that an article has and had, the present one first, each with its headlines.
    func keys(of id: ArticleID) throws -> [(key: HeadlineKey, headlines: [String])] {
        try headlines.bind(1, id.rawValue)
        var keys: [(key: HeadlineKey, headlines: [String])] = []
        for headline in try headlines.all({ try $0.text(0) }) {
            let key = HeadlineKey(headline)
            if let place = keys.firstIndex(where: { $0.key == key }) {
                if !keys[place].headlines.contains(headline) { keys[place].headlines.append(headline) }
            } else {
                keys.append((key, [headline]))
            }
        }
        return keys
    }

    private func headlineIdentities(of id: ArticleID) throws -> [HeadlineIdentity] {
        try keys(of: id).map { key, headlines in
            try others.bind(1, key.hash)
            try others.bind(2, id.rawValue)
            return HeadlineIdentity(
                key: key.hash, headlines: headlines, others: try others.first { try $0.count(0) } ?? 0)
        }
    }

    /// The guids and links that sources gave an article, each once.
    func names(of id: ArticleID) throws -> [SourceIdentity] {
        try names.bind(1, id.rawValue)
        let rows = try names.all { row in
            let source = try row.optionalText(0)
            let (hasGuidKey, hasLinkKey) = (try row.integer(3) != 0, try row.integer(4) != 0)
            return [
                try row.optionalText(1).map {
                    SourceIdentity(kind: .guid, source: source, text: $0, isKey: hasGuidKey)
                },
                try row.optionalText(2).map {
                    SourceIdentity(kind: .link, source: source, text: $0, isKey: hasLinkKey)
                },
            ].compactMap(\.self)
        }
        var known: [SourceIdentity] = []
        for name in rows.joined() {
            // Of an article and source each is a key in one row alone.
            if let place = known.firstIndex(where: { $0.isSame(as: name) }) {
                if name.isKey { known[place] = name }
            } else {
                known.append(name)
            }
        }
        return known
    }

    /// The joins and splits for which something holds of the articles that their ids lead to now, latest first.
    func changes(where holds: (ArticleID, ArticleID) -> Bool) throws -> [IdentityChange] {
        try HandDecisionLog(connection).changes().filter {
            holds(try presentID($0.article), try presentID($0.other))
        }
    }

    /// The id that an id leads to.
    func presentID(_ id: ArticleID) throws -> ArticleID {
        try successor.bind(1, id.rawValue)
        return try successor.first { ArticleID(rawValue: try $0.integer(0)) } ?? id
    }
}

extension SourceIdentity {
    /// Whether it is the same one, by the same source. To the byte: String's own equality takes a composed é and a decomposed
    /// one for the same.
    func isSame(as other: SourceIdentity) -> Bool {
        kind == other.kind && source == other.source && text.utf8.elementsEqual(other.text.utf8)
    }
}
