/// Whose imports are measured, as tables and charts call them.
enum ContenderName: String, CaseIterable, Codable {
    case ours = "news-archive import"
    case oursAgain = "the same records again"
    case plainC = "plain C"
    case plainCOptimized = "plain C, optimize"
    case grdb = "GRDB"
    case grdbTwoInserts = "GRDB, two inserts"
    case sqliteUtils = "sqlite-utils"
    case tantivyOneThread = "tantivy, 1 thread"
    case tantivyTwoThreads = "tantivy, 2 threads"

    /// What it does, and what it does not.
    var note: String {
        switch self {
        case .ours:
            "parses the dump, finds repeats, leaves one merged index; on several threads, unlike SQLite's others"
        case .oursAgain: "a second import of them under another name: each one is looked for, and found"
        case .plainC: "a loop over libsqlite3; fields are split beforehand, nothing is looked up"
        case .plainCOptimized: "the same, then FTS5's optimize, which leaves one merged index, too"
        case .grdb:
            "GRDB's index synchronized with the table, by its triggers, as its documentation recommends"
        case .grdbTwoInserts: "GRDB without its triggers: each row inserted into both, as plain C does it"
        case .sqliteUtils:
            "its insert of JSON lines, then its enable-fts, as they are; times added, Python's start too"
        case .tantivyOneThread, .tantivyTwoThreads:
            "for scale: another engine, no SQLite; one commit at the end, so no transactions on the way"
        }
    }

    /// Whether it was asked for.
    func matches(_ only: [String]) -> Bool {
        only.isEmpty || only.contains { rawValue.lowercased().contains($0.lowercased()) }
    }
}
