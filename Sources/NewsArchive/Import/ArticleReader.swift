import NewsArchiveSQLite

/// What the identity rule asks of the archive. Its statements are prepared once for an import.
final class ArticleReader {
    /// How many articles with a record's headline key are compared with it, before it in time and after it.
    ///
    /// A weather report may bear one headline ten thousand times; the one that a record repeats is near it in time.
    static let candidatesEachWay: Int64 = 64

    /// What was looked up before, to be asked first.
    var lookUps: ArticleLookUps?

    private var allCandidates: Statement
    private var candidatesBefore: Statement
    private var candidatesAfter: Statement
    private let article: ArticleStateReader
    private var revisions: Statement
    private var sightings: Statement
    private var byGuid: Statement
    private var byLink: Statement

    init(_ connection: Connection) throws {
        allCandidates = try Statement(
            connection,
            "SELECT article_id FROM headline_key WHERE key = ?1 LIMIT \(2 * Self.candidatesEachWay)")
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
        sightings = try Statement(
            connection,
            """
            SELECT coalesce(seen, ''), coalesce(updated, published, \(Int64.min)), dump_id, position, views IS NULL
            FROM sighting
            WHERE article_id = ?1
            """)
        byGuid = try Statement(
            connection,
            "SELECT article_id, guid FROM metadata WHERE guid_key = ?1 AND source_id IS ?2 ORDER BY id")
        byLink = try Statement(
            connection,
            "SELECT article_id, url FROM metadata WHERE link_key = ?1 AND source_id IS ?2 ORDER BY id")
    }

    /// The ids of stored articles under a key, those nearest to a minute.
    func candidates(hash: Int64, nearMinute minute: Int64) throws -> [ArticleID] {
        if let known = lookUps?.candidates(hash: hash) { return known }
        try allCandidates.bind(1, hash)
        let all = try allCandidates.all { ArticleID(rawValue: try $0.integer(0)) }
        guard all.count == 2 * Self.candidatesEachWay else { return all }
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
    ///
    /// - Parameter known: A headline and a text that it may have.
    func stored(_ id: ArticleID, sharing known: ParsedArticle?) throws -> KnownArticle.Stored? {
        if let stored = lookUps?.stored(id) { return stored }
        return try article.state(of: id, sharing: known).map { KnownArticle.Stored(id: id, state: $0) }
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
    ///
    /// All are read: of the few that an article has, SQLite would make a table to sort them.
    func latestSightings(of id: ArticleID) throws -> LatestSightings {
        if let known = lookUps?.latestSightings(of: id) { return known }
        var latest = LatestSightings()
        try sightings.bind(1, id.rawValue)
        try sightings.forEach { row in
            let order = SightingOrder(
                seen: try row.text(0), stamp: try row.integer(1), dump: try row.integer(2),
                position: try row.integer(3))
            if latest.any.map({ order > $0 }) ?? true { latest.any = order }
            guard try row.integer(4) == 0 else { return }
            if latest.withViews.map({ order > $0 }) ?? true { latest.withViews = order }
        }
        return latest
    }
}

/// The latest sighting of an article, and the latest one that states views.
struct LatestSightings: Sendable {
    var any: SightingOrder?
    var withViews: SightingOrder?
}
