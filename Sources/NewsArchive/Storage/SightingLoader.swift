import NewsArchiveSQLite

/// Reads the sightings of an article.
struct SightingLoader {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// All of them, in order.
    ///
    /// - Parameter revisionRows: The rows of the wordings that the article had before, in the order in which they are shown.
    func sightings(of id: ArticleID, revisionRows: [Int64]) throws -> [Sighting] {
        let metadata = try MetadataLoader(connection).metadata(of: id)
        var rows = try Statement(
            connection,
            """
            SELECT dump.name, position, seen, published, precision, utc_offset, views, source.name, revision_id,
              identity_rule.name, other_article_id, agreement, metadata_id, updated, unreadable_time,
              coalesce(published > dump.started + 86400, 0), dump_id
            FROM sighting
            JOIN dump ON dump.id = sighting.dump_id
            JOIN identity_rule ON identity_rule.id = sighting.rule_id
            LEFT JOIN source ON source.id = sighting.source_id
            WHERE article_id = ?1
            ORDER BY seen, dump_id, position
            """)
        try rows.bind(1, id.rawValue)
        return try rows.all { try Sighting($0, revisionRows: revisionRows, metadata: metadata) }
    }
}

extension Sighting {
    fileprivate init(
        _ row: borrowing Statement, revisionRows: [Int64], metadata known: [Int64: ArticleMetadata]
    ) throws {
        dump = try row.text(0)
        position = Int(try row.integer(1))
        seen = try row.optionalText(2).flatMap(LocalTime.init(iso8601:))
        published = try PublicationTime(row, secondsAt: 3, precisionAt: 4, offsetAt: 5)
        views = try row.optionalInteger(6)
        source = try row.optionalText(7)
        revision = try row.optionalInteger(8).flatMap(revisionRows.firstIndex(of:))
        guard let rule = IdentityDecision.Rule(rawValue: try row.text(9)) else {
            throw SQLiteError(corrupt: "a rule of identity that is none")
        }
        decision = IdentityDecision(
            rule: rule, other: try row.optionalInteger(10).map(ArticleID.init(rawValue:)),
            agreement: try row.optionalInteger(11).map { Int($0) })
        metadata = try row.optionalInteger(12).flatMap { known[$0] } ?? ArticleMetadata()
        updated = try row.optionalInteger(13)
        unreadableTime = try row.optionalText(14)
        isFromTheFuture = try row.integer(15) != 0
        dumpID = try row.integer(16)
    }
}
