import NewsArchiveSQLite

/// Reads whole articles.
struct ArticleLoader {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The article with an id, or the one whose former id it is.
    func load(_ id: ArticleID) throws -> Article? {
        if let article = try loadPresent(id) { return article }
        var former = try Statement(connection, "SELECT article_id FROM former_id WHERE id = ?1")
        try former.bind(1, id.rawValue)
        return try former.first { ArticleID(rawValue: try $0.integer(0)) }.flatMap(loadPresent)
    }

    private func loadPresent(_ id: ArticleID) throws -> Article? {
        var row = try Statement(
            connection,
            """
            SELECT headline, coalesce(body.text, ''), credit, published, precision, utc_offset, origin, views,
              source.name, url
            FROM article
            LEFT JOIN body ON body.article_id = article.id
            LEFT JOIN source ON source.id = article.source_id
            WHERE article.id = ?1
            """)
        try row.bind(1, id.rawValue)
        let revisions = try self.revisions(of: id)
        let sightings = try SightingLoader(connection).sightings(of: id, revisionRows: revisions.map(\.row))
        return try row.first { row in
            Article(
                id: id, headline: try row.text(0), body: ParsedText(validUTF8: try row.utf8(1)),
                credit: try row.optionalText(2),
                published: try PublicationTime(row, secondsAt: 3, precisionAt: 4, offsetAt: 5, originAt: 6),
                views: try row.optionalInteger(7), source: try row.optionalText(8),
                metadata: ArticleMetadata(latestOf: sightings, url: try row.optionalText(9)),
                sightings: sightings, revisions: revisions.map(\.revision))
        }
    }

    private func revisions(of id: ArticleID) throws -> [(row: Int64, revision: Revision)] {
        var rows = try Statement(
            connection,
            """
            SELECT revision.id, headline, body, credit, min(seen), max(seen)
            FROM revision
            LEFT JOIN sighting ON sighting.revision_id = revision.id
            WHERE revision.article_id = ?1
            GROUP BY revision.id
            ORDER BY max(seen), revision.id
            """)
        try rows.bind(1, id.rawValue)
        return try rows.all { rows in
            let revision = Revision(
                headline: try rows.text(1), body: ParsedText(validUTF8: try rows.utf8(2)),
                credit: try rows.optionalText(3),
                firstSeen: try rows.optionalText(4).flatMap(LocalTime.init(iso8601:)),
                lastSeen: try rows.optionalText(5).flatMap(LocalTime.init(iso8601:)))
            return (try rows.integer(0), revision)
        }
    }
}
