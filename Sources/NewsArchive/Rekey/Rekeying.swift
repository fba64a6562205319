import NewsArchiveSQLite

/// Makes the keys anew by which articles are found again, where they are not as they should be.
///
/// To be used inside a transaction.
struct Rekeying {
    let connection: Connection
    let isCancelled: () -> Bool

    func run() throws -> RekeyReport {
        var report = RekeyReport(
            previousVersion: try KeyVersion.stored(connection), version: IdentityRule.version)
        report.headlines = try rekeyHeadlines()
        report.guids = try rekey(.guid)
        report.links = try rekey(.link)
        var update = try Statement(connection, "UPDATE archive SET key_version = ?1")
        try update.bind(1, IdentityRule.version)
        try update.run()
        return report
    }

    private func rekeyHeadlines() throws -> RekeyReport.Keys {
        var (added, removed): ([(Int64, Int64)], [(Int64, Int64)]) = ([], [])
        var counts = RekeyReport.Keys()
        try HeadlineKeyCheck.compare(connection) { id, wanted, found in
            if isCancelled() { throw CancellationError() }
            counts.total += wanted.count
            guard wanted != found else { return }
            let (missing, surplus) = (wanted.subtracting(found), found.subtracting(wanted))
            let changed = min(missing.count, surplus.count)
            counts.changed += changed
            counts.added += missing.count - changed
            counts.removed += surplus.count - changed
            added += missing.map { ($0, id) }
            removed += surplus.map { ($0, id) }
        }
        try run("DELETE FROM headline_key WHERE key = ?1 AND article_id = ?2", removed)
        // In the order of the table.
        try run("INSERT INTO headline_key (key, article_id) VALUES (?1, ?2)", added.sorted { $0 < $1 })
        return counts
    }

    private func rekey(_ kind: SourceKeyKind) throws -> RekeyReport.Keys {
        var corrections: [(row: Int64, key: Int64?)] = []
        var counts = RekeyReport.Keys()
        let found = try SourceKeyComparison(kind: kind).run(connection) { row, wanted in
            if isCancelled() { throw CancellationError() }
            if wanted == nil { counts.removed += 1 } else { counts.changed += 1 }
            corrections.append((row.id, wanted))
        }
        try kind.update(corrections, in: connection)
        let missing = try missing(kind, found.unborne)
        try kind.update(missing.map { ($0.id, $0.name?.key) }, in: connection)
        counts.added = missing.count
        counts.total = found.total + missing.count
        return counts
    }

    // A guid that rows of several articles say and none has the key of names no article: it was left without on purpose.
    private func missing(
        _ kind: SourceKeyKind, _ rows: [SourceKeyComparison.Row]
    ) throws -> [SourceKeyComparison.Row] {
        var isKnown = try Statement(connection, kind.isKnown)
        var missing: [SourceKeyComparison.Row] = []
        for (name, rows) in Dictionary(grouping: rows, by: \.name) {
            guard let name, let first = rows.first, rows.allSatisfy({ $0.article == first.article }) else {
                continue
            }
            try isKnown.bind(1, name.key)
            try isKnown.bind(2, name.source)
            if try isKnown.first({ _ in true }) == nil { missing.append(first) }
        }
        return missing.sorted { $0.id < $1.id }
    }

    private func run(_ sql: String, _ keys: [(Int64, Int64)]) throws {
        var statement = try Statement(connection, sql)
        for (key, article) in keys {
            try statement.bind(1, key)
            try statement.bind(2, article)
            try statement.run()
        }
    }
}
