import NewsArchiveSQLite

/// Brings the number of the last change up to what rows say, and pruned articles among the removed ones.
struct ChangeHealing: HealingStep {
    static let name = "changes"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        let raised = try connection.count(
            """
            UPDATE archive
            SET last_change = (SELECT max(number) FROM (\(Self.numbers)))
            WHERE last_change < (SELECT max(number) FROM (\(Self.numbers)))
            """)
        log.add(.change, "raised the number of the last change", raised)
        let pruned = try connection.count(
            """
            INSERT INTO removed_article (id, removed_in, reason)
            SELECT pruned_article.id, last_change, 'pruned'
            FROM pruned_article, archive
            WHERE pruned_article.id NOT IN (SELECT id FROM removed_article)
            """)
        log.add(.change, "wrote a pruned article among the removed ones", pruned)
        let told = try connection.count(
            """
            UPDATE watch SET told_change = (SELECT last_change FROM archive)
            WHERE told_change > (SELECT last_change FROM archive)
            """)
        log.add(.change, "set a watch back to the last change", told)
    }

    private static let numbers = """
        SELECT max(changed_in) AS number FROM article
        UNION ALL SELECT max(added_in) FROM article
        UNION ALL SELECT max(removed_in) FROM removed_article
        """
}
