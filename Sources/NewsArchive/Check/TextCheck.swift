import NewsArchiveFormats
import NewsArchiveSQLite

/// Whether every column holds what it was declared to hold, and every text is UTF-8.
///
/// SQLite stores any value in any column, and takes a text's encoding on trust. A NUL in a text is nothing wrong.
struct TextCheck: CheckPart {
    static let name = "texts and values"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        for table in try TableLayout.all(of: ArchiveSchema.emptyArchive(ofVersion: Migrator.supportedVersion))
        {
            var rows = try Statement(connection, "SELECT \(table.columnList) FROM \(table.name)")
            while try rows.step() {
                for (number, column) in table.columns.enumerated() {
                    guard let problem = try Self.problem(rows, Int32(number), column) else { continue }
                    let values = try table.columns.indices.map { try rows.value(Int32($0)) }
                    log.add(
                        problem.kind, table: table.name, at: table.place(values),
                        "\(column.name) \(problem.text)")
                }
            }
        }
    }

    private static func problem(
        _ row: borrowing Statement, _ number: Int32, _ column: TableLayout.Column
    ) throws -> (kind: CheckReport.Kind, text: String)? {
        if row.isNull(number) { return nil }
        switch column.type {
        case "INTEGER": return row.isInteger(number) ? nil : (.value, "is no integer")
        case "BLOB": return row.isBlob(number) ? nil : (.value, "is no blob")
        default:
            guard row.isText(number) else { return (.value, "is no text") }
            let bad = try row.utf8(number).withUnsafeBytes { UTF8Check.firstInvalidByte($0) }
            return bad.map { (.text, "is not UTF-8 from byte \($0) on") }
        }
    }
}
