import NewsArchiveSQLite

/// Makes the keys of headlines, guids and links anew where they are wrong.
struct KeyHealing: HealingStep {
    static let name = "keys"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        var (added, removed): ([(Int64, Int64)], [(Int64, Int64)]) = ([], [])
        var articles = 0
        try HeadlineKeyCheck.compare(connection) { id, wanted, found in
            guard wanted != found else { return }
            articles += 1
            added += wanted.subtracting(found).map { ($0, id) }
            removed += found.subtracting(wanted).map { ($0, id) }
        }
        try run("DELETE FROM headline_key WHERE key = ?1 AND article_id = ?2", removed, connection)
        try run("INSERT INTO headline_key (key, article_id) VALUES (?1, ?2)", added, connection)
        log.add(.headlineKey, "made the headline keys of an article anew", articles)
        try healSourceKeys(connection, log)
        try connection.execute("UPDATE archive SET key_version = \(IdentityRule.version)")
    }

    private func run(_ sql: String, _ keys: [(Int64, Int64)], _ connection: Connection) throws {
        var statement = try Statement(connection, sql)
        for (key, article) in keys {
            try statement.bind(1, key)
            try statement.bind(2, article)
            try statement.run()
        }
    }

    private func healSourceKeys(_ connection: Connection, _ log: RepairLog) throws {
        var corrections: [SourceKeyCheck.Correction] = []
        try SourceKeyCheck.corrections(connection) { corrections.append($0) }
        var update = try Statement(
            connection, "UPDATE metadata SET guid_key = ?2, link_key = ?3 WHERE id = ?1")
        for correction in corrections {
            try update.bind(1, correction.row)
            try update.bind(2, correction.guidKey)
            try update.bind(3, correction.linkKey)
            try update.run()
        }
        log.add(.sourceKey, "made the keys of a guid and link anew", corrections.count)
    }
}
