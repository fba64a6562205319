import NewsArchiveSQLite

/// Whether an id leads to one article or to none, and whether no change is later than the last one.
struct RemovedIDCheck: CheckPart {
    static let name = "removed ids and changes"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        for table in ["removed_article", "former_id", "pruned_article"] {
            try each(connection, "SELECT \(table).id FROM \(table) JOIN article USING (id)") { id in
                log.add(
                    .removedID, table: table, at: "article \(id)", "the id is in \(table), and an article's")
            }
        }
        try each(
            connection,
            "SELECT id FROM pruned_article WHERE id NOT IN (SELECT id FROM removed_article)"
        ) { id in
            log.add(
                .change, table: "removed_article", at: "article \(id)",
                "the article was pruned, and is not among the removed ones")
        }
        let last = try connection.integer("SELECT last_change FROM archive") ?? 0
        let columns = [
            ("article", "added_in"), ("article", "changed_in"), ("removed_article", "removed_in"),
            ("watch", "told_change"),
        ]
        for (table, column) in columns {
            try each(connection, "SELECT id FROM \(table) WHERE \(column) > \(last)") { id in
                log.add(
                    .change, table: table, at: "\(table) \(id)",
                    "\(column) is later than the last change, \(last)")
            }
        }
    }

    private func each(_ connection: Connection, _ sql: String, _ body: (Int64) -> Void) throws {
        var rows = try Statement(connection, sql)
        while try rows.step() { body(try rows.integer(0)) }
    }
}
