import NewsArchiveSQLite

/// Writes the sightings of a chunk, and the wordings that they showed where those are not the present ones.
final class SightingWriter {
    private let connection: Connection
    private let metadata: MetadataWriter
    private var insertSighting: Statement
    private var insertRevision: Statement
    private var deleteRevision: Statement
    private var keepWording: Statement
    private var reviveWording: Statement

    init(_ connection: Connection) throws {
        self.connection = connection
        metadata = try MetadataWriter(connection)
        insertSighting = try Statement(
            connection,
            """
            INSERT INTO sighting
              (article_id, dump_id, position, source_id, seen, published, precision, utc_offset, views,
               revision_id, rule_id, other_article_id, agreement, metadata_id, updated, unreadable_time)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            """)
        insertRevision = try Statement(
            connection, "INSERT INTO revision (article_id, headline, body, credit) VALUES (?1, ?2, ?3, ?4)")
        deleteRevision = try Statement(connection, "DELETE FROM revision WHERE id = ?1")
        keepWording = try Statement(
            connection,
            "UPDATE sighting SET revision_id = ?1 WHERE article_id = ?2 AND revision_id IS NULL")
        reviveWording = try Statement(
            connection, "UPDATE sighting SET revision_id = NULL WHERE revision_id = ?1")
    }

    /// Writes what the chunk saw of one article.
    func write(_ article: KnownArticle, dump: Int64) throws {
        guard let id = article.id else { return }
        var rows = article.earlier ?? []
        try keepStoredWording(article, id, &rows)
        let statements = try metadata.rows(for: article, as: id)
        for (sighting, statement) in zip(article.sightings, statements) {
            let row = try sighting.wording.map { try self.row(of: $0, id, &rows) }
            try insert(sighting, of: id, dump: dump, revision: row, metadata: statement)
        }
    }

    private func keepStoredWording(
        _ article: KnownArticle, _ id: ArticleID, _ rows: inout [KnownArticle.Earlier]
    ) throws {
        guard let before = article.storedWording, before != article.wording else { return }
        try keepWording.bind(1, try row(of: before, id, &rows))
        try keepWording.bind(2, id.rawValue)
        try keepWording.run()
        guard let revived = rows.first(where: { $0.wording == article.wording }) else { return }
        rows.removeAll { $0.row == revived.row }
        try reviveWording.bind(1, revived.row)
        try reviveWording.run()
        try deleteRevision.bind(1, revived.row)
        try deleteRevision.run()
    }

    private func row(
        of wording: Wording, _ id: ArticleID, _ rows: inout [KnownArticle.Earlier]
    ) throws -> Int64 {
        if let known = rows.first(where: { $0.wording == wording }) { return known.row }
        try insertRevision.bind(1, id.rawValue)
        try insertRevision.bind(2, wording.headline)
        try insertRevision.bind(3, utf8: wording.body.utf8)
        try insertRevision.bind(4, wording.credit)
        try insertRevision.run()
        let row = connection.lastInsertedRowID
        rows.append(KnownArticle.Earlier(row: row, wording: wording))
        return row
    }

    private func insert(
        _ sighting: NewSighting, of id: ArticleID, dump: Int64, revision: Int64?, metadata: Int64?
    ) throws {
        let stated = sighting.stated
        try insertSighting.bind(1, id.rawValue)
        try insertSighting.bind(2, dump)
        try insertSighting.bind(3, sighting.position)
        try insertSighting.bind(4, sighting.source)
        try insertSighting.bind(5, sighting.seen)
        try insertSighting.bind(6, stated?.secondsSince1970)
        try insertSighting.bind(7, stated?.precision.rawValue)
        try insertSighting.bind(8, stated?.minutesAheadOfUTC)
        try insertSighting.bind(9, sighting.views)
        try insertSighting.bind(10, revision)
        try insertSighting.bind(11, sighting.rule.number)
        try insertSighting.bind(12, sighting.other?.id?.rawValue)
        try insertSighting.bind(13, sighting.agreement)
        try insertSighting.bind(14, metadata)
        try insertSighting.bind(15, sighting.updated)
        try insertSighting.bind(16, sighting.unreadableTime)
        try insertSighting.run()
    }
}
