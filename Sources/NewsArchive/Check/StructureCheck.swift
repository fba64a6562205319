import NewsArchiveSQLite

/// Whether the pages of the file, and the indexes of its tables, are as SQLite wrote them.
///
/// https://www.sqlite.org/pragma.html#pragma_integrity_check
struct StructureCheck: CheckPart {
    static let name = "pages of the file"

    // SQLite stops looking after so many.
    private static let mostProblems = 1000

    func run(_ connection: Connection, _ log: CheckLog) throws {
        var rows = try Statement(connection, "PRAGMA integrity_check(\(Self.mostProblems))")
        while try rows.step() {
            // A damaged tree is one row of many lines.
            for line in try rows.text(0).split(separator: "\n") where line != "ok" && !line.hasPrefix("***") {
                log.add(Self.kind(String(line)), "SQLite says: \(line)")
            }
        }
    }

    // By SQLite's words for them (pragma.c): nothing else tells a wrong index, which can be made anew, from the rest.
    static func kind(_ text: String) -> CheckReport.Kind {
        let ofIndexes = ["missing from index", "wrong # of entries in index", "non-unique entry in index"]
        if ofIndexes.contains(where: text.contains) { return .tableIndex }
        let ofValues = ["NULL value in", "CHECK constraint failed in", " value in "]
        return ofValues.contains(where: text.contains) ? .value : .structure
    }
}
