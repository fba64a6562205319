import NewsArchiveSQLite

/// Reads articles with all that belongs to them. Its statements are prepared once.
final class DossierLoader {
    private let article: ArticleStateReader
    private var revisions: Statement
    private var sightings: Statement
    private let metadata: MetadataReader

    init(_ connection: Connection) throws {
        article = try ArticleStateReader(connection)
        revisions = try Statement(
            connection, "SELECT id, headline, body, credit FROM revision WHERE article_id = ?1")
        sightings = try Statement(
            connection,
            """
            SELECT dump_id, position, sighting.source_id, seen, published, precision, utc_offset, views, revision_id,
              rule_id, other_article_id, agreement, metadata_id, updated, unreadable_time, silent,
              dump.format = 'listing'
            FROM sighting
            JOIN dump ON dump.id = dump_id
            WHERE article_id = ?1
            ORDER BY dump_id, position
            """)
        metadata = try MetadataReader(connection)
    }

    /// The article with an id; nil when there is none.
    func load(_ id: ArticleID) throws -> Dossier? {
        guard let state = try article.state(of: id) else { return nil }
        let revisions = try wordings(of: id)
        try sightings.bind(1, id.rawValue)
        let listed = try sightings.all { try DossierSighting($0, present: state.wording, revisions) }
        let metadata = try metadata.rows(of: id)
        return Dossier(
            id: id, state: state, sightings: listed,
            metadata: Dictionary(metadata.map { ($0.row, $0.metadata) }) { first, _ in first })
    }

    private func wordings(of id: ArticleID) throws -> [Int64: Wording] {
        try revisions.bind(1, id.rawValue)
        let rows = try revisions.all { row in
            let wording = Wording(
                headline: try row.text(1), body: ParsedText(validUTF8: try row.utf8(2)),
                credit: try row.optionalText(3))
            return (try row.integer(0), wording)
        }
        return Dictionary(rows) { first, _ in first }
    }
}

extension DossierSighting {
    fileprivate init(
        _ row: borrowing Statement, present: Wording, _ revisions: [Int64: Wording]
    ) throws {
        place = SightingPlace(dump: try row.integer(0), position: try row.count(1))
        source = try row.optionalInteger(2)
        seen = try row.optionalText(3)
        stated = try PublicationTime(row, secondsAt: 4, precisionAt: 5, offsetAt: 6)
        views = try row.optionalInteger(7)
        if let revision = try row.optionalInteger(8) {
            guard let wording = revisions[revision] else {
                throw SQLiteError(corrupt: "a sighting of a wording that its article never had")
            }
            shown = wording
        } else {
            shown = present
        }
        decision = StoredDecision(
            rule: try row.integer(9), other: try row.optionalInteger(10).map(ArticleID.init(rawValue:)),
            agreement: try row.optionalInteger(11).map { Int(truncatingIfNeeded: $0) })
        metadata = try row.optionalInteger(12)
        updated = try row.optionalInteger(13)
        unreadableTime = try row.optionalText(14)
        silence = try row.optionalInteger(15).map { Silence(rawValue: Int(truncatingIfNeeded: $0)) }
        isDatedByList = try row.integer(16) != 0
    }
}
