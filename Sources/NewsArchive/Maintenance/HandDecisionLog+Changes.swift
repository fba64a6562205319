import NewsArchiveSQLite

extension HandDecisionLog {
    /// The joins and splits, latest first.
    func changes() throws -> [IdentityChange] {
        var find = try Statement(connection, Self.select + " ORDER BY id DESC")
        return try find.all { try IdentityChange($0) }
    }

    /// A join or split by its number.
    func change(_ number: Int64) throws -> IdentityChange {
        var find = try Statement(connection, Self.select + " WHERE id = ?1")
        try find.bind(1, number)
        guard let found = try find.first({ try IdentityChange($0) }) else {
            throw ArchiveError.notApplicable(
                "no join or split has the number \(number); identity list shows them")
        }
        return found
    }

    /// A join or split that can be undone: one that holds, and on which no later one rests.
    ///
    /// - Parameter number: nil for the latest that holds.
    func undoable(_ number: Int64?) throws -> IdentityChange {
        let holding = try changes().filter { $0.undone == nil }
        guard let number else {
            guard let latest = holding.first else {
                throw ArchiveError.notApplicable(
                    "no articles were joined or split, so there is nothing to undo")
            }
            return latest
        }
        let change = try change(number)
        guard change.undone == nil else {
            throw ArchiveError.notApplicable("the \(change.kind.rawValue) \(number) was undone before")
        }
        let mine: Set = [change.article, change.other]
        if let later = holding.last(where: {
            $0.id > number && !mine.isDisjoint(with: [$0.article, $0.other])
        }) {
            throw ArchiveError.notApplicable(
                "the \(later.kind.rawValue) \(later.id) changed the same articles later; undo that first")
        }
        return change
    }

    /// The decisions that stood before a change.
    func decisions(_ number: Int64) throws -> [SightingPlace: StoredDecision] {
        var find = try Statement(
            connection,
            """
            SELECT dump_id, position, rule_id, agreement,
              (SELECT id FROM article WHERE article.id = identity_change_sighting.other_article_id)
            FROM identity_change_sighting
            WHERE change_id = ?1
            """)
        try find.bind(1, number)
        let rows = try find.all { row in
            let decision = StoredDecision(
                rule: try row.integer(2), other: try row.optionalInteger(4).map(ArticleID.init(rawValue:)),
                agreement: try row.optionalInteger(3).map { Int(truncatingIfNeeded: $0) })
            return (SightingPlace(dump: try row.integer(0), position: try row.count(1)), decision)
        }
        return Dictionary(rows) { first, _ in first }
    }

    private static let select = """
        SELECT id, kind, article_id, other_article_id, made, undone,
          (SELECT count(*) FROM identity_change_sighting WHERE change_id = identity_change.id)
        FROM identity_change
        """
}

extension IdentityChange {
    fileprivate init(_ row: borrowing Statement) throws {
        guard let kind = Kind(rawValue: try row.text(1)) else {
            throw SQLiteError(corrupt: "a decision by hand of no kind")
        }
        self.init(
            id: try row.integer(0), kind: kind, article: ArticleID(rawValue: try row.integer(2)),
            other: ArticleID(rawValue: try row.integer(3)), sightings: try row.count(6),
            made: try row.integer(4), undone: try row.optionalInteger(5))
    }
}
