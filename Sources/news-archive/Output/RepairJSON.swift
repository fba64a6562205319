import NewsArchive

/// What `repair --json` prints.
struct RepairJSON: Encodable {
    let report: RepairReport

    init(_ report: RepairReport) {
        self.report = report
    }

    private enum Key: String, CodingKey {
        case found, repairs, remaining, dryRun = "dry_run"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(CheckJSON(report.found), forKey: .found)
        try object.encode(report.repairs.map(RepairedJSON.init), forKey: .repairs)
        try object.encode(CheckJSON(report.remaining), forKey: .remaining)
        try object.encode(report.isDryRun, forKey: .dryRun)
    }
}

/// One thing that was put right.
struct RepairedJSON: Encodable {
    let kind: String
    let text: String
    let count: Int

    init(_ repair: RepairReport.Repair) {
        kind = CheckJSON.key(repair.kind)
        text = repair.text
        count = repair.count
    }
}

/// What `repair --into --json` prints.
struct SalvageJSON: Encodable {
    let report: SalvageReport

    init(_ report: SalvageReport) {
        self.report = report
    }

    private enum Key: String, CodingKey {
        case tables, repairs, remaining, articles
        case unreadablePages = "unreadable_pages", strayPages = "stray_pages", knewTables = "knew_tables"
        case lostArticles = "lost_articles", lostTexts = "lost_texts"
    }

    private struct Table: Encodable {
        let rows: Int
        let mended: Int
        let dropped: Int
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        let tables = report.tables.map {
            ($0.name, Table(rows: $0.rows, mended: $0.mended, dropped: $0.dropped))
        }
        try object.encode(Dictionary(tables) { first, _ in first }, forKey: .tables)
        try object.encode(report.unreadablePages, forKey: .unreadablePages)
        try object.encode(report.strayPages, forKey: .strayPages)
        try object.encode(report.knewTables, forKey: .knewTables)
        try object.encode(report.lostArticles, forKey: .lostArticles)
        try object.encode(report.lostTexts, forKey: .lostTexts)
        try object.encode(report.repairs.map(RepairedJSON.init), forKey: .repairs)
        try object.encode(CheckJSON(report.remaining), forKey: .remaining)
        try object.encode(report.articles, forKey: .articles)
    }
}
