import NewsArchiveSQLite

/// Whether the archive has the tables, views and indexes that the migrations make, and no trigger.
///
/// What somebody else has added to the file, a view or a table of notes, is none of our business; a trigger would change
/// articles behind the library.
struct SchemaComparison: CheckPart {
    static let name = "schema"

    /// What the row of the table archive must be like.
    static let soundRow = "id = 1 AND longest_spill BETWEEN 0 AND 2147483648 AND last_change >= 0"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        let found = try SchemaItems(connection)
        for wanted in try SchemaItems.present().items {
            guard let item = found.items.first(where: { $0.name == wanted.name && $0.type == wanted.type })
            else {
                log.add(
                    wanted.type == "index" ? .tableIndex : .schema, table: wanted.table,
                    "the \(wanted.type) \(wanted.name) is not there")
                continue
            }
            // A comment within a statement may be another one, as those of version 4 are.
            if item.sql.map(SchemaText.bare) != wanted.sql.map(SchemaText.bare) {
                log.add(
                    wanted.type == "index" ? .tableIndex : .schema, table: wanted.table,
                    "the \(wanted.type) \(wanted.name) is not the one of this version")
            }
        }
        for trigger in found.items where trigger.type == "trigger" {
            log.add(.trigger, table: trigger.table, "the trigger \(trigger.name) is none of the archive's")
        }
        if try connection.integer("SELECT count(*) FROM archive WHERE \(Self.soundRow)") != 1 {
            log.add(
                .change, table: "archive", "the row of what holds for the archive as a whole is not there")
        }
        try checkRules(connection, log)
    }

    private func checkRules(_ connection: Connection, _ log: CheckLog) throws {
        for rule in IdentityDecision.Rule.allCases {
            var name = try Statement(connection, "SELECT name FROM identity_rule WHERE id = ?1")
            try name.bind(1, rule.number)
            guard try name.first({ try $0.text(0) }) != rule.rawValue else { continue }
            log.add(
                .reference, table: "identity_rule", at: "rule \(rule.number)",
                "the rule \"\(rule.rawValue)\" is not there")
        }
    }
}
