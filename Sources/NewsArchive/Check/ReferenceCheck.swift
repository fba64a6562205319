import NewsArchiveSQLite

/// Whether the rows are there that other rows refer to.
///
/// https://www.sqlite.org/pragma.html#pragma_foreign_key_check
struct ReferenceCheck: CheckPart {
    static let name = "references"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        var rows = try Statement(connection, "PRAGMA foreign_key_check")
        while try rows.step() {
            let table = try rows.text(0)
            let parent = try rows.text(2)
            let isText = parent == "article" && ["body", "revision"].contains(table)
            // A table without rowids says nothing of its rows.
            let place = try rows.optionalInteger(1).map { "\(table) \($0)" }
            log.add(
                isText ? .lostArticle : .reference, table: table, at: place,
                "a row of \(table) refers to a row of \(parent) that is not there")
        }
    }
}
