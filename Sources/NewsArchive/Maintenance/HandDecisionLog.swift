import NewsArchiveSQLite

/// The rows of the tables identity_change, identity_change_sighting and identity_pin.
struct HandDecisionLog {
    let connection: Connection

    init(_ connection: Connection) throws {
        self.connection = connection
    }

    /// Writes down that articles are joined or split; returns the number of that.
    func begin(_ kind: IdentityChange.Kind, _ id: ArticleID, _ other: ArticleID) throws -> Int64 {
        var insert = try Statement(
            connection,
            """
            INSERT INTO identity_change (kind, article_id, other_article_id, former_ids, made)
            VALUES (?1, ?2, ?3, (SELECT group_concat(id) FROM former_id WHERE article_id = ?3), ?4)
            """)
        try insert.bind(1, kind.rawValue)
        try insert.bind(2, id.rawValue)
        try insert.bind(3, other.rawValue)
        try insert.bind(4, Clock.now)
        try insert.run()
        return connection.lastInsertedRowID
    }

    /// Writes down that a change was undone, and lets later records go where they would have gone without it.
    func end(_ number: Int64) throws {
        var update = try Statement(connection, "UPDATE identity_change SET undone = ?2 WHERE id = ?1")
        try update.bind(1, number)
        try update.bind(2, Clock.now)
        try update.run()
        try run("DELETE FROM identity_pin WHERE change_id = ?1", number)
    }

    /// Writes down which sightings change their article, and why they were of the one that they leave.
    func record(_ sightings: [DossierSighting], _ number: Int64) throws {
        var insert = try Statement(
            connection,
            """
            INSERT INTO identity_change_sighting (change_id, dump_id, position, rule_id, other_article_id, agreement)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
        for sighting in sightings {
            try insert.bind(1, number)
            try insert.bind(2, sighting.place.dump)
            try insert.bind(3, sighting.place.position)
            try insert.bind(4, sighting.decision.rule)
            try insert.bind(5, sighting.decision.other?.rawValue)
            try insert.bind(6, sighting.decision.agreement)
            try insert.run()
        }
    }

    /// Lets later records that are like the sightings go to an article, unless they are like others, too.
    func pin(
        _ sightings: [DossierSighting], apartFrom others: [DossierSighting], to id: ArticleID, _ number: Int64
    ) throws {
        let shared = Set(others.flatMap(IdentityPin.pins))
        var insert = try Statement(
            connection, "INSERT OR IGNORE INTO identity_pin (pin, article_id, change_id) VALUES (?1, ?2, ?3)")
        for pin in Set(sightings.flatMap(IdentityPin.pins)).subtracting(shared).sorted() {
            try insert.bind(1, pin)
            try insert.bind(2, id.rawValue)
            try insert.bind(3, number)
            try insert.run()
        }
    }

    /// Lets all that names an article beside its own rows name another one, before it is removed.
    func hand(_ id: ArticleID, to heir: ArticleID) throws {
        let scripts = [
            """
            UPDATE removed_article
            SET reason = 'joined'
            WHERE id IN (SELECT id FROM former_id WHERE article_id = ?1) AND ?2
            """,
            "UPDATE former_id SET article_id = ?2 WHERE article_id = ?1",
            "UPDATE sighting SET other_article_id = nullif(?2, article_id) WHERE other_article_id = ?1",
            "UPDATE identity_pin SET article_id = ?2 WHERE article_id = ?1",
            "UPDATE OR IGNORE watch_match SET article_id = ?2 WHERE article_id = ?1",
        ]
        for script in scripts { try run(script, id.rawValue, heir.rawValue) }
    }

    /// Gives an article back what was handed over when it was joined.
    func handBack(_ change: IdentityChange, from id: ArticleID, to restored: ArticleID) throws {
        var find = try Statement(connection, "SELECT former_ids FROM identity_change WHERE id = ?1")
        try find.bind(1, change.id)
        let former = try find.first { try $0.optionalText(0) } ?? nil
        for id in (former ?? "").split(separator: ",").compactMap({ Int64($0) }) {
            try run("UPDATE former_id SET article_id = ?2 WHERE id = ?1", id, restored.rawValue)
            try run(
                """
                UPDATE removed_article
                SET reason = 'moved'
                WHERE id = ?1 AND NOT EXISTS (
                  SELECT 1 FROM identity_change WHERE other_article_id = ?1 AND undone IS NULL
                )
                """, id)
        }
        var pins = try Statement(
            connection,
            """
            UPDATE identity_pin
            SET article_id = ?2
            WHERE article_id = ?3 AND change_id IN (
              SELECT id
              FROM identity_change
              WHERE id < ?1 AND undone IS NULL AND (article_id = ?4 OR other_article_id = ?4)
            )
            """)
        try pins.bind(1, change.id)
        try pins.bind(2, restored.rawValue)
        try pins.bind(3, id.rawValue)
        try pins.bind(4, change.other.rawValue)
        try pins.run()
    }

    /// Lets an id lead nowhere.
    func forget(_ id: ArticleID) throws {
        try run("DELETE FROM former_id WHERE id = ?1", id.rawValue)
    }

    /// The article that a former id leads to.
    func successor(of id: ArticleID) throws -> ArticleID? {
        var find = try Statement(connection, "SELECT article_id FROM former_id WHERE id = ?1")
        try find.bind(1, id.rawValue)
        return try find.first { ArticleID(rawValue: try $0.integer(0)) }
    }

    private func run(_ script: String, _ values: Int64...) throws {
        var statement = try Statement(connection, script)
        for (index, value) in values.enumerated() { try statement.bind(Int32(index + 1), value) }
        try statement.run()
    }
}
