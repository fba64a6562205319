import NewsArchiveSQLite

/// Writes articles as a whole: all that belongs to one is taken out and put in again.
///
/// To be used inside a transaction. The search index is written by the one who owns it, when all is done.
final class DossierWriter {
    private let connection: Connection
    private let rows: ArticleRowWriter
    private let index: SearchIndexWriter
    private let slots: SlotAllocator
    private let sightings: SightingRowWriter
    private let metadata: MetadataKeeper
    private var deleteSightings: Statement
    private var deleteRevisions: Statement
    private var deleteKeys: Statement
    private var deleteArticle: Statement
    private var insertRevision: Statement
    private var formerID: Statement
    private var deleteFormerID: Statement

    init(
        _ connection: Connection, _ rows: ArticleRowWriter, _ index: SearchIndexWriter, _ slots: SlotAllocator
    ) throws {
        self.connection = connection
        self.rows = rows
        self.index = index
        self.slots = slots
        sightings = try SightingRowWriter(connection)
        metadata = try MetadataKeeper(connection)
        deleteSightings = try Statement(connection, "DELETE FROM sighting WHERE article_id = ?1")
        deleteRevisions = try Statement(connection, "DELETE FROM revision WHERE article_id = ?1")
        deleteKeys = try Statement(connection, "DELETE FROM headline_key WHERE article_id = ?1")
        deleteArticle = try Statement(connection, "DELETE FROM article WHERE id = ?1")
        insertRevision = try Statement(
            connection, "INSERT INTO revision (article_id, headline, body, credit) VALUES (?1, ?2, ?3, ?4)")
        formerID = try Statement(
            connection,
            """
            SELECT max(former_id.id)
            FROM former_id
            LEFT JOIN removed_article ON removed_article.id = former_id.id
            WHERE article_id = ?1 AND former_id.id BETWEEN ?2 AND ?3 AND coalesce(reason, 'moved') = 'moved'
            """)
        deleteFormerID = try Statement(connection, "DELETE FROM former_id WHERE id = ?1")
    }

    /// Writes what became of an article.
    ///
    /// - Parameter keepsID: Whether the id that it had leads to it when it gets another one.
    /// - Returns: its id, another one where its minute of publication is another.
    func rewrite(_ old: Dossier, as new: Dossier, keepsID: Bool = true) throws -> ArticleID? {
        guard let former = old.id else { return nil }
        let id = try idAfter(former, from: old.state, to: new.state)
        try take(former, &deleteSightings)
        try take(former, &deleteRevisions)
        if old.state != new.state || former != id {
            try rows.update(former, old.state, to: id, new.state)
            if former != id { try leave(former, for: id, isKept: keepsID) }
            try index.replace(former, old.state.wording, with: id, new.state.wording)
        }
        if old.keys != new.keys { try take(id, &deleteKeys) }
        try writeParts(of: new, as: id)
        return id
    }

    /// Writes a new article.
    ///
    /// - Parameter id: What to call it; nil to find the next free slot of its minute.
    func insert(_ new: Dossier, as id: ArticleID? = nil) throws -> ArticleID {
        let id = try id ?? slots.next(forMinute: new.state.minute)
        try rows.insert(id, new.state)
        try index.insert(id, new.state.wording)
        try writeParts(of: try metadata.add(to: new, as: id), as: id)
        return id
    }

    /// Gives what is said of an article beside its wording to another one, and removes the rows of the article.
    func adopt(_ other: Dossier, by id: ArticleID) throws {
        try metadata.move(other.metadata.keys.sorted(), to: id)
        try delete(other)
    }

    /// Removes an article with all that belongs to it.
    func remove(_ old: Dossier, _ reason: RemovalReason) throws {
        guard let id = old.id else { return }
        try delete(old)
        try rows.changes.remove(id, reason)
    }

    /// Removes the row of an article, and what refers to it, without a note of that.
    func delete(_ old: Dossier) throws {
        guard let id = old.id else { return }
        try index.remove(id, old.state.wording)
        // Before the revisions that they refer to.
        try take(id, &deleteSightings)
        try take(id, &deleteArticle)
    }
}

extension DossierWriter {
    // An article that goes back to a minute in which it had an id gets that again, but not one that was another's.
    private func idAfter(
        _ id: ArticleID, from old: ArticleState, to new: ArticleState
    ) throws -> ArticleID {
        guard old.minute != new.minute else { return id }
        let slots = ArticleID.slots(ofMinute: new.minute)
        try formerID.bind(1, id.rawValue)
        try formerID.bind(2, slots.lowerBound)
        try formerID.bind(3, slots.upperBound)
        guard let own = try formerID.first({ try $0.optionalInteger(0) }) ?? nil else {
            return try self.slots.next(forMinute: new.minute)
        }
        let former = ArticleID(rawValue: own)
        try take(former, &deleteFormerID)
        try rows.changes.restore(former)
        return former
    }

    private func leave(_ former: ArticleID, for id: ArticleID, isKept: Bool) throws {
        if isKept {
            try rows.lead(former, to: id, .moved)
        } else {
            try rows.changes.remove(former, .takenBack)
        }
    }

    private func writeParts(of new: Dossier, as id: ArticleID) throws {
        var revisions: [(wording: Wording, row: Int64)] = []
        for sighting in new.sightings.sorted(by: { $0.order < $1.order }) {
            let isPresent = sighting.shown == new.state.wording
            let row = isPresent ? nil : try self.row(of: sighting.shown, id, &revisions)
            try sightings.write(SightingRow(sighting, of: id, revision: row))
        }
        try rows.insertKeys(new.keys.map { ($0, id) })
        try metadata.keep(Set(new.sightings.compactMap(\.metadata)), of: id)
    }

    private func row(
        of wording: Wording, _ id: ArticleID, _ known: inout [(wording: Wording, row: Int64)]
    ) throws -> Int64 {
        if let row = known.first(where: { $0.wording == wording })?.row { return row }
        try insertRevision.bind(1, id.rawValue)
        try insertRevision.bind(2, wording.headline)
        try insertRevision.bind(3, utf8: wording.body.utf8)
        try insertRevision.bind(4, wording.credit)
        try insertRevision.run()
        let row = connection.lastInsertedRowID
        known.append((wording, row))
        return row
    }

    private func take(_ id: ArticleID, _ statement: inout Statement) throws {
        try statement.bind(1, id.rawValue)
        try statement.run()
    }
}

extension SightingRow {
    fileprivate init(_ sighting: DossierSighting, of article: ArticleID, revision: Int64?) {
        self.init(
            article: article, place: sighting.place, source: sighting.source, seen: sighting.seen,
            stated: sighting.stated, unreadableTime: sighting.unreadableTime, updated: sighting.updated,
            views: sighting.views, revision: revision, metadata: sighting.metadata,
            silence: sighting.silence, decision: sighting.decision)
    }
}
