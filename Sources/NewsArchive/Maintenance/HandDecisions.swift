import NewsArchiveSQLite

/// Joins and splits articles by the word of a person.
///
/// To be used inside a transaction.
struct HandDecisions {
    let editor: ArticleEditor
    let log: HandDecisionLog

    init(_ connection: Connection, _ editor: ArticleEditor) throws {
        self.editor = editor
        log = try HandDecisionLog(connection)
    }

    /// Makes two articles one, which has the id of the first; the id of the other leads to it.
    func join(_ id: ArticleID, _ otherID: ArticleID) throws -> IdentityChange {
        let (stored, other) = (try dossier(id), try dossier(otherID))
        guard let id = stored.id, let otherID = other.id, id != otherID else {
            throw ArchiveError.notApplicable("article \(id) and article \(otherID) are one already")
        }
        let change = try log.begin(.join, id, otherID)
        try log.record(other.sightings, change)
        try log.pin(other.sightings, apartFrom: [], to: id, change)
        try merge(other, into: stored) { StoredDecision(.joined, insteadOf: $0) }
        return try log.change(change)
    }

    /// Makes sightings of an article an article of their own.
    func split(_ id: ArticleID, _ places: Set<SightingPlace>) throws -> IdentityChange {
        let stored = try dossier(id)
        guard let id = stored.id else { throw ArchiveError.noSuchArticle(id) }
        let (part, rest) = stored.parted { places.contains($0.place) }
        guard part.sightings.count == places.count else {
            throw ArchiveError.notApplicable(
                "article \(id) has no such sighting; identity explain \(id) numbers those that it has")
        }
        guard !part.sightings.isEmpty, !rest.sightings.isEmpty else {
            throw ArchiveError.notApplicable(
                "article \(id) cannot be split so: some of its sightings must go, and some must stay")
        }
        let new = try write(part.decided { _ in StoredDecision(.split, other: id) }, as: nil)
        try write(rest, replacing: stored)
        let change = try log.begin(.split, id, new)
        try log.record(part.sightings, change)
        try log.pin(part.sightings, apartFrom: rest.sightings, to: new, change)
        return try log.change(change)
    }
}

extension HandDecisions {
    /// The article that an id leads to.
    func dossier(_ id: ArticleID) throws -> Dossier {
        if let found = try editor.loader.load(id) { return found }
        guard let successor = try log.successor(of: id), let found = try editor.loader.load(successor) else {
            throw ArchiveError.noSuchArticle(id)
        }
        return found
    }

    /// Gives all that belongs to an article to another one, and removes it.
    func merge(
        _ other: Dossier, into stored: Dossier, deciding decide: (DossierSighting) -> StoredDecision
    ) throws {
        guard let id = stored.id, let otherID = other.id else { return }
        var whole = stored
        whole.sightings += other.decided(decide).sightings
        // An article is no other one than itself, and none is other than one that is gone.
        for index in whole.sightings.indices
        where [id, otherID].contains(whole.sightings[index].decision.other) {
            whole.sightings[index].decision.other = nil
        }
        whole.metadata.merge(other.metadata) { mine, _ in mine }
        try log.hand(otherID, to: id)
        try editor.writer.adopt(other, by: id)
        try editor.rows.lead(otherID, to: id, .joined)
        try write(whole, replacing: stored)
    }

    /// Writes an article that consists of fewer or more sightings than before.
    func write(_ dossier: Dossier, replacing stored: Dossier) throws {
        guard let composed = dossier.composed else { return try editor.writer.remove(stored, .takenBack) }
        _ = try editor.writer.rewrite(stored, as: composed)
    }

    /// Writes an article of sightings that were another's.
    func write(_ part: Dossier, as id: ArticleID?) throws -> ArticleID {
        guard let composed = part.composed else { throw SQLiteError(corrupt: "an article without sightings") }
        return try editor.writer.insert(composed, as: id)
    }
}

extension Dossier {
    /// The sightings for which something holds, as an article of their own, and the rest.
    ///
    /// What both say beside the wording stays with the rest: its keys lead there.
    func parted(_ isPart: (DossierSighting) -> Bool) -> (part: Dossier, rest: Dossier) {
        var (part, rest) = (self, self)
        part.sightings = sightings.filter(isPart)
        rest.sightings = sightings.filter { !isPart($0) }
        let staying = Set(rest.sightings.compactMap(\.metadata)).compactMap { metadata[$0] }
        let going = Set(part.sightings.compactMap(\.metadata))
        part.metadata = metadata.filter { going.contains($0.key) }.mapValues { $0.withoutKeys(of: staying) }
        return (part, rest)
    }

    func decided(_ decide: (DossierSighting) -> StoredDecision) -> Dossier {
        var changed = self
        for index in sightings.indices { changed.sightings[index].decision = decide(sightings[index]) }
        return changed
    }
}

extension StoredDecision {
    init(_ rule: IdentityDecision.Rule, other: ArticleID? = nil) {
        self.init(rule: rule.number, other: other, agreement: nil)
    }

    // What the rule found of the texts is still true.
    fileprivate init(_ rule: IdentityDecision.Rule, insteadOf sighting: DossierSighting) {
        self.init(rule: rule.number, other: nil, agreement: sighting.decision.agreement)
    }
}

extension MetadataRow {
    /// The same without the keys that rows of the same source have.
    fileprivate func withoutKeys(of rows: [MetadataRow]) -> MetadataRow {
        var changed = self
        for row in rows where row.source == source {
            if row.guid == guid { changed.guidKey = nil }
            if row.url.flatMap(CanonicalLink.init) == url.flatMap(CanonicalLink.init) {
                changed.linkKey = nil
            }
        }
        return changed
    }
}
