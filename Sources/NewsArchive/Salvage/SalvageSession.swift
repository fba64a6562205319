import NewsArchiveSQLite

/// Reads what can be read of a damaged file into a new archive, and makes that one sound.
struct SalvageSession {
    let file: DatabaseFile
    let stop: StopFlag
    let onProgress: @Sendable (CheckProgress) -> Void

    func run(_ connection: Connection) throws -> SalvageReport {
        var report = SalvageReport()
        let tables = try SalvageTable.all(of: connection)
        // Rows come in whatever order the pages have; what refers to nothing is looked at afterwards.
        try connection.execute("PRAGMA foreign_keys = OFF")
        try connection.transaction { connection in
            try read(tables, connection, &report)
            try count(connection, &report)
        }
        try connection.execute("PRAGMA foreign_keys = ON")
        let log = RepairLog()
        try connection.transaction { connection in
            try Self.clear(connection)
            try Healing.run(connection, log, rebuildsIndex: true, rebuildsSizes: true) { part, number in
                tell(part, tables.count + 1 + number, tables.count)
            }
            let check = ArchiveCheck(isDeep: true, examples: 5) { _ in }
            tell("the new archive", tables.count + 1 + Healing.count, tables.count)
            report.remaining = try check.checkAll(connection)
        }
        report.repairs = log.repairs
        report.articles = try connection.integer("SELECT count(*) FROM article") ?? 0
        return report
    }

    private func tell(_ part: String, _ number: Int, _ tables: Int) {
        onProgress(CheckProgress(part: part, done: number, count: tables + Healing.count + 2))
    }

    private func read(
        _ tables: [SalvageTable], _ connection: Connection, _ report: inout SalvageReport
    ) throws {
        let trees = DatabaseTrees(file)
        let writer = SalvageWriter(connection)
        report.knewTables = trees.knowsRoots(of: tables.map(\.name))
        for (number, table) in tables.enumerated() {
            tell(table.name, number, tables.count)
            try trees.eachPage(of: table.name, hasRowID: table.layout.hasRowID) { page in
                try store(page, of: table, writer)
            }
        }
        tell("pages that nothing leads to", tables.count, tables.count)
        // Only to know their pages: their rows are made anew.
        try readSizes(trees, connection)
        for name in ["headline_key", "article_search_idx", "article_search_config"] {
            try trees.eachPage(of: name, hasRowID: false) { _ in }
        }
        for name in ["article_search_data", "document_sizes", "identity_rule"] {
            try trees.eachPage(of: name, hasRowID: true) { _ in }
        }
        report.unreadablePages = trees.unreadablePages
        try trees.eachStrayPage { page in
            if try storeStray(page, tables, writer) { report.strayPages += 1 }
        }
        report.tables = writer.tables
    }

    private func store(_ page: TreePage, of table: SalvageTable, _ writer: SalvageWriter) throws {
        if stop.isSet { throw CancellationError() }
        writer.drop(page.damagedCells, of: table)
        for cell in page.cells {
            guard let record = DatabaseRecord(file.payload(of: cell, in: page)),
                let row = table.row(record, rowID: cell.rowID)
            else {
                writer.drop(1, of: table)
                continue
            }
            try writer.add(row, isCut: record.isCut, to: table, isStray: false)
        }
    }

    // The rows of a page that no tree led to, if most of them look like those of one table.
    private func storeStray(
        _ page: TreePage, _ tables: [SalvageTable], _ writer: SalvageWriter
    ) throws -> Bool {
        if stop.isSet { throw CancellationError() }
        let candidates = tables.filter { $0.isKnownByRows && $0.layout.hasRowID == page.kind.isTable }
        let records = page.cells.compactMap { cell in
            DatabaseRecord(file.payload(of: cell, in: page)).map { (cell.rowID, $0) }
        }
        var best: (table: SalvageTable, rows: [([Value], isCut: Bool)])?
        for table in candidates {
            let rows = records.compactMap { rowID, record in
                table.isLikely(rowID) ? table.row(record, rowID: rowID).map { ($0, record.isCut) } : nil
            }
            if rows.count > best?.rows.count ?? 0 { best = (table, rows) }
        }
        guard let best, best.rows.count * 2 > page.cells.count else { return false }
        for row in best.rows {
            try writer.add(row.0, isCut: row.isCut, to: best.table, isStray: true)
        }
        return true
    }
}

extension SalvageSession {
    // How many words the index had of the text of each article: by that, texts that are gone are known.
    private func readSizes(_ trees: DatabaseTrees, _ connection: Connection) throws {
        try connection.execute("CREATE TEMP TABLE known_size (id INTEGER PRIMARY KEY, words INTEGER)")
        var insert = try Statement(connection, "INSERT OR IGNORE INTO known_size (id, words) VALUES (?1, ?2)")
        try trees.eachPage(of: "article_search_docsize", hasRowID: true) { page in
            for cell in page.cells {
                guard let id = cell.rowID,
                    case .blob(let sizes)? = DatabaseRecord(file.payload(of: cell, in: page))?.values.last,
                    let headline = sizes.variableInteger(at: 0),
                    let words = sizes.variableInteger(at: headline.end)
                else { continue }
                try insert.bind(1, id)
                try insert.bind(2, words.value)
                try insert.run()
            }
        }
    }

    // What is missing, before it is tidied away.
    private func count(_ connection: Connection, _ report: inout SalvageReport) throws {
        let lost = """
            SELECT count(*)
            FROM (SELECT article_id AS id FROM sighting UNION SELECT id FROM temp.known_size)
            WHERE id NOT IN (SELECT id FROM article) AND id NOT IN (SELECT article_id FROM body)
              AND id NOT IN (SELECT article_id FROM revision) AND id NOT IN (SELECT id FROM removed_article)
            """
        report.lostArticles = Int(try connection.integer(lost) ?? 0)
        let texts = """
            SELECT count(*)
            FROM temp.known_size
            WHERE words > 0 AND id IN (SELECT id FROM article) AND id NOT IN (SELECT article_id FROM body)
            """
        report.lostTexts = Int(try connection.integer(texts) ?? 0)
        try connection.execute("DROP TABLE temp.known_size")
    }

    // What cannot be mended: lists that are no JSON, and rows of ids that are no ids.
    private static func clear(_ connection: Connection) throws {
        for column in ["categories", "enclosures"] {
            try connection.execute("UPDATE metadata SET \(column) = NULL WHERE NOT json_valid(\(column))")
        }
    }
}
