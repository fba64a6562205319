import NewsArchiveSQLite

/// Takes out references to rows that are not there, and rows that are nothing without them. A dump that is referred to
/// comes back as an empty row, so that its sightings stay.
struct ReferenceHealing: HealingStep {
    static let name = "references"

    // That something is NULL is asked for by itself: it is in no empty list, either.
    func run(_ connection: Connection, _ log: RepairLog) throws {
        for table in ["dump", "article", "sighting", "metadata"] {
            let count = try connection.count(
                "UPDATE \(table) SET source_id = NULL WHERE source_id IS NOT NULL AND source_id NOT IN (SELECT id FROM source)"
            )
            log.add(.reference, "took a source that is not there out of \(table)", count)
        }
        let dumps = try SalvagedDump.replaceMissing(connection)
        log.add(.reference, "wrote a row for a dump that is not there", dumps)
        let edits = [
            ("sighting", "rule_id = 1", "rule_id NOT IN (SELECT id FROM identity_rule)"),
            (
                "sighting", "other_article_id = NULL",
                "other_article_id IS NOT NULL AND other_article_id NOT IN (SELECT id FROM article)"
            ),
            (
                "sighting", "revision_id = NULL",
                "revision_id IS NOT NULL AND revision_id NOT IN (SELECT id FROM revision)"
            ),
        ]
        for (table, edit, condition) in edits {
            let count = try connection.count("UPDATE \(table) SET \(edit) WHERE \(condition)")
            log.add(.reference, "took a reference that leads nowhere out of \(table)", count)
        }
        for (table, column, parent) in Self.children {
            let count = try connection.count(
                "DELETE FROM \(table) WHERE \(column) NOT IN (SELECT id FROM \(parent))")
            log.add(.reference, "removed a row of \(table) whose \(parent) is not there", count)
        }
    }

    private static let children = [
        ("body", "article_id", "article"), ("revision", "article_id", "article"),
        ("sighting", "article_id", "article"), ("headline_key", "article_id", "article"),
        ("metadata", "article_id", "article"), ("former_id", "article_id", "article"),
        ("identity_pin", "article_id", "article"), ("watch_match", "article_id", "article"),
        ("watch_match", "watch_id", "watch"), ("identity_pin", "change_id", "identity_change"),
        ("identity_change_sighting", "change_id", "identity_change"),
        ("identity_change_sighting", "dump_id", "dump"),
        ("identity_change_sighting", "rule_id", "identity_rule"),
        ("pruned_key", "article_id", "pruned_article"),
    ]
}
