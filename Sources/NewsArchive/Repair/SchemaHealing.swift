import NewsArchiveSQLite

/// Takes triggers out, makes indexes that are missing, and writes the rows that every archive has.
///
/// Before all other steps: they trust the indexes.
struct SchemaHealing: HealingStep {
    static let name = "schema"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        let found = try SchemaItems(connection)
        let sound = try ArchiveSchema.emptyArchive(ofVersion: Migrator.supportedVersion)
        for trigger in found.items where trigger.type == "trigger" {
            let quoted = trigger.name.split(separator: "\"", omittingEmptySubsequences: false)
            try connection.execute("DROP TRIGGER \"\(quoted.joined(separator: "\"\""))\"")
            log.add(.trigger, "removed the trigger \(trigger.name)")
        }
        for wanted in try SchemaItems(sound).items where wanted.type == "index" {
            guard let sql = wanted.sql,
                !found.items.contains(where: { $0.name == wanted.name && $0.sql == sql })
            else { continue }
            try connection.execute("DROP INDEX IF EXISTS \(wanted.name)")
            try connection.execute(sql)
            log.add(.tableIndex, "made the index \(wanted.name)")
        }
        try healRows(connection, sound, log)
    }

    private func healRows(_ connection: Connection, _ sound: Connection, _ log: RepairLog) throws {
        if try connection.integer("SELECT count(*) FROM archive WHERE \(SchemaComparison.soundRow)") != 1 {
            try connection.execute("DELETE FROM archive")
            try connection.execute("INSERT INTO archive (id) VALUES (1)")
            log.add(.change, "wrote the row of the archive anew")
        }
        var rules = try Statement(sound, "SELECT id, name, version, meaning FROM identity_rule")
        var present = try Statement(
            connection,
            "SELECT count(*) FROM identity_rule WHERE id = ?1 AND name = ?2 AND version = ?3 AND meaning = ?4"
        )
        var put = try Statement(
            connection,
            "INSERT OR REPLACE INTO identity_rule (id, name, version, meaning) VALUES (?1, ?2, ?3, ?4)")
        for rule in try rules.all({ row in try (0..<4).map { try row.value($0) } }) {
            for (number, value) in rule.enumerated() {
                try present.bind(Int32(number + 1), value)
                try put.bind(Int32(number + 1), value)
            }
            guard try present.first({ try $0.integer(0) }) == 0 else { continue }
            try put.run()
            log.add(.reference, "wrote a rule of identity anew")
        }
    }
}
