import NewsArchiveSQLite

/// A row of the table sighting.
struct SightingRow {
    let article: ArticleID
    let place: SightingPlace
    var source: Int64?
    var seen: String?
    /// What the record stated as its time.
    var stated: PublicationTime?
    var unreadableTime: String?
    var updated: Int64?
    var views: Int64?
    /// A row of the table revision; nil for the article's own wording.
    var revision: Int64?
    /// A row of the table metadata.
    var metadata: Int64?
    var silence: Silence?
    var decision: StoredDecision
}

/// Writes rows of the table sighting.
final class SightingRowWriter {
    private var insert: Statement

    init(_ connection: Connection) throws {
        insert = try Statement(
            connection,
            """
            INSERT INTO sighting
              (article_id, dump_id, position, source_id, seen, published, precision, utc_offset, views,
               revision_id, rule_id, other_article_id, agreement, metadata_id, updated, unreadable_time, silent)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """)
    }

    func write(_ row: SightingRow) throws {
        try insert.bind(1, row.article.rawValue)
        try insert.bind(2, row.place.dump)
        try insert.bind(3, row.place.position)
        try insert.bind(4, row.source)
        try insert.bind(5, row.seen)
        try insert.bind(6, row.stated?.secondsSince1970)
        try insert.bind(7, row.stated?.precision.rawValue)
        try insert.bind(8, row.stated?.minutesAheadOfUTC)
        try insert.bind(9, row.views)
        try insert.bind(10, row.revision)
        try insert.bind(11, row.decision.rule)
        try insert.bind(12, row.decision.other?.rawValue)
        try insert.bind(13, row.decision.agreement)
        try insert.bind(14, row.metadata)
        try insert.bind(15, row.updated)
        try insert.bind(16, row.unreadableTime)
        try insert.bind(17, row.silence?.rawValue)
        try insert.run()
    }
}
