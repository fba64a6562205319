import NewsArchiveSQLite

/// Writes the sightings of a chunk, and the wordings that they showed where those are not the present ones.
final class SightingWriter {
    private let connection: Connection
    private let metadata: MetadataWriter
    private let rows: SightingRowWriter
    private var insertRevision: Statement
    private var deleteRevision: Statement
    private var keepWording: Statement
    private var reviveWording: Statement

    init(_ connection: Connection) throws {
        self.connection = connection
        metadata = try MetadataWriter(connection)
        rows = try SightingRowWriter(connection)
        insertRevision = try Statement(
            connection, "INSERT INTO revision (article_id, headline, body, credit) VALUES (?1, ?2, ?3, ?4)")
        deleteRevision = try Statement(connection, "DELETE FROM revision WHERE id = ?1")
        keepWording = try Statement(
            connection,
            "UPDATE sighting SET revision_id = ?1 WHERE article_id = ?2 AND revision_id IS NULL")
        reviveWording = try Statement(
            connection, "UPDATE sighting SET revision_id = NULL WHERE revision_id = ?1")
    }

    /// Writes what the chunk saw of one article; its sightings are written with those of other articles: ``flush()``.
    func write(_ article: KnownArticle, dump: Int64) throws {
        guard let id = article.id else { return }
        var earlier = article.earlier ?? []
        try keepStoredWording(article, id, &earlier)
        let statements = try metadata.rows(for: article, as: id)
        for (sighting, statement) in zip(article.sightings, statements) {
            let revision = try sighting.wording.map { try self.row(of: $0, id, &earlier) }
            try insert(sighting, of: id, dump: dump, revision: revision, metadata: statement)
        }
    }

    /// Writes what is left of the sightings.
    func flush() throws {
        try rows.flush()
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
        try rows.add(
            SightingRow(
                article: id, place: SightingPlace(dump: dump, position: sighting.position),
                source: sighting.source, seen: sighting.seen, stated: sighting.stated,
                unreadableTime: sighting.unreadableTime, updated: sighting.updated, views: sighting.views,
                revision: revision, metadata: metadata, silence: sighting.silence,
                decision: StoredDecision(
                    rule: sighting.rule.number, other: sighting.other?.id, agreement: sighting.agreement)))
    }
}
