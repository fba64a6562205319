import NewsArchiveSQLite

/// Takes the ids of articles out of the tables of ids that are none's.
struct RemovedIDHealing: HealingStep {
    static let name = "removed ids"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        for table in ["removed_article", "former_id", "pruned_article"] {
            let count = try connection.count("DELETE FROM \(table) WHERE id IN (SELECT id FROM article)")
            log.add(.removedID, "took an article's id out of \(table)", count)
        }
    }
}
