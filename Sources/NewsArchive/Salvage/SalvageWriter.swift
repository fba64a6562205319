import NewsArchiveSQLite

/// Writes rows of a damaged file into a new archive, and counts them.
final class SalvageWriter {
    private let connection: Connection
    private var counts: [String: SalvageReport.Table] = [:]
    private var statements: [String: String] = [:]

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// What was written, by table.
    var tables: [SalvageReport.Table] { counts.values.sorted { $0.name < $1.name } }

    /// Stores a row.
    ///
    /// - Parameter isStray: whether nothing led to it. One whose key another row has is an older state of that then.
    func add(_ values: [Value], isCut: Bool, to table: SalvageTable, isStray: Bool) throws {
        var count = counts[table.name] ?? SalvageReport.Table(name: table.name)
        defer { counts[table.name] = count }
        guard let row = SalvagedRow(values, of: table, isCut: isCut) else {
            count.dropped += 1
            return
        }
        var insert = try Statement(connection, sql(table, row.values.count))
        for (number, value) in row.values.enumerated() { try insert.bind(Int32(number + 1), value) }
        try insert.run()
        if connection.changes > 0 {
            count.rows += 1
            if row.isMended { count.mended += 1 }
        } else if !isStray {
            count.dropped += 1
        }
    }

    /// Counts rows of a table that could not be read.
    func drop(_ rows: Int, of table: SalvageTable) {
        guard rows > 0 else { return }
        counts[table.name, default: SalvageReport.Table(name: table.name)].dropped += rows
    }

    private func sql(_ table: SalvageTable, _ count: Int) -> String {
        let name = "\(table.name) \(count)"
        if let known = statements[name] { return known }
        // A new archive has that one row already. Rows that break a rule of the schema are left out.
        let conflict = table.name == "archive" ? "REPLACE" : "IGNORE"
        let columns = table.layout.columns.prefix(count).map(\.name).joined(separator: ", ")
        let parameters = (1...max(1, count)).map { "?\($0)" }.joined(separator: ", ")
        let made = "INSERT OR \(conflict) INTO \(table.name) (\(columns)) VALUES (\(parameters))"
        statements[name] = made
        return made
    }
}
