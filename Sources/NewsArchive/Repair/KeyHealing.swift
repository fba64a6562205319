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
        var count = 0
        for kind in SourceKeyKind.allCases {
            var corrections: [(row: Int64, key: Int64?)] = []
            _ = try SourceKeyComparison(kind: kind).run(connection) { corrections.append(($0.id, $1)) }
            try kind.update(corrections, in: connection)
            count += corrections.count
        }
        log.add(.sourceKey, "made the key of a guid or link anew", count)
    }
}
