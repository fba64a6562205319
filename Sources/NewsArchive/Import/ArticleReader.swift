import NewsArchiveSQLite

/// What the identity rule asks of the archive. Its statements are prepared once for an import.
final class ArticleReader {
    /// How many articles with a record's headline key are compared with it, before it in time and after it.
    ///
    /// A weather report may bear one headline ten thousand times; the one that a record repeats is near it in time.
    static let candidatesEachWay: Int64 = 64

    private var keyIsKnown: Statement
    private var candidatesBefore: Statement
    private var candidatesAfter: Statement
    private let article: ArticleStateReader
    private var revisions: Statement
    private var latestSighting: Statement
    private var latestViews: Statement
    private var byGuid: Statement
    private var byLink: Statement

    init(_ connection: Connection) throws {
        keyIsKnown = try Statement(connection, "SELECT 1 FROM headline_key WHERE key = ?1 LIMIT 1")
        candidatesBefore = try Statement(
            connection,
            """
            SELECT article_id
            FROM headline_key
            WHERE key = ?1 AND article_id < ?2
            ORDER BY article_id DESC
            LIMIT \(Self.candidatesEachWay)
            """)
        candidatesAfter = try Statement(
            connection,
            """
            SELECT article_id
            FROM headline_key
            WHERE key = ?1 AND article_id >= ?2
            ORDER BY article_id
            LIMIT \(Self.candidatesEachWay)
            """)
        article = try ArticleStateReader(connection)
        revisions = try Statement(
            connection, "SELECT id, headline, body, credit FROM revision WHERE article_id = ?1 ORDER BY id")
        latestSighting = try Statement(connection, Self.latest(where: "1"))
        latestViews = try Statement(connection, Self.latest(where: "views IS NOT NULL"))
        byGuid = try Statement(
            connection,
            "SELECT article_id, guid FROM metadata WHERE guid_key = ?1 AND source_id IS ?2 ORDER BY id")
        byLink = try Statement(
            connection,
            "SELECT article_id, url FROM metadata WHERE link_key = ?1 AND source_id IS ?2 ORDER BY id")
    }

    /// The ids of stored articles under a key, nearest to a minute first on either side.
    func candidates(hash: Int64, nearMinute minute: Int64) throws -> [ArticleID] {
        try keyIsKnown.bind(1, hash)
        guard try keyIsKnown.first({ _ in true }) != nil else { return [] }
        let pivot = minute * ArticleID.slotsPerMinute
        return try ids(&candidatesBefore, hash: hash, pivot: pivot)
            + ids(&candidatesAfter, hash: hash, pivot: pivot)
    }

    private func ids(_ statement: inout Statement, hash: Int64, pivot: Int64) throws -> [ArticleID] {
        try statement.bind(1, hash)
        try statement.bind(2, pivot)
        return try statement.all { ArticleID(rawValue: try $0.integer(0)) }
    }

    /// The stored article that a source calls by a guid. Equal hashes are not equal guids.
    func article(with guid: GuidKey, of source: Int64?) throws -> ArticleID? {
        try byGuid.bind(1, guid.hash)
        try byGuid.bind(2, source)
        let rows = try byGuid.all { (ArticleID(rawValue: try $0.integer(0)), try $0.optionalText(1)) }
        return rows.first { $0.1.map { guid.guid.utf8.elementsEqual($0.utf8) } ?? false }?.0
    }

    /// The stored article that a source finds by a link.
    func article(at link: CanonicalLink, of source: Int64?) throws -> ArticleID? {
        try byLink.bind(1, link.hash)
        try byLink.bind(2, source)
        let rows = try byLink.all { (ArticleID(rawValue: try $0.integer(0)), try $0.optionalText(1)) }
        return rows.first { $0.1.flatMap(CanonicalLink.init) == link }?.0
    }

    /// A stored article; nil when there is none with this id.
    func stored(_ id: ArticleID) throws -> KnownArticle.Stored? {
        try article.state(of: id).map { KnownArticle.Stored(id: id, state: $0) }
    }

    /// The wordings that a stored article had before.
    func earlierWordings(of id: ArticleID) throws -> [KnownArticle.Earlier] {
        try revisions.bind(1, id.rawValue)
        return try revisions.all { row in
            let wording = Wording(
                headline: try row.text(1), body: ParsedText(validUTF8: try row.utf8(2)),
                credit: try row.optionalText(3))
            return KnownArticle.Earlier(row: try row.integer(0), wording: wording)
        }
    }

    /// The latest sighting of a stored article, and the latest one that states views.
    func latestSightings(of id: ArticleID) throws -> (any: SightingOrder?, withViews: SightingOrder?) {
        (try latest(&latestSighting, of: id), try latest(&latestViews, of: id))
    }

    private static func latest(where condition: String) -> String {
        """
        SELECT coalesce(seen, ''), coalesce(updated, published, \(Int64.min)), dump_id, position
        FROM sighting
        WHERE article_id = ?1 AND \(condition)
        ORDER BY 1 DESC, 2 DESC, 3 DESC, 4 DESC
        LIMIT 1
        """
    }

    private func latest(_ statement: inout Statement, of id: ArticleID) throws -> SightingOrder? {
        try statement.bind(1, id.rawValue)
        return try statement.first { row in
            SightingOrder(
                seen: try row.text(0), stamp: try row.integer(1), dump: try row.integer(2),
                position: try row.integer(3))
        }
    }
}
