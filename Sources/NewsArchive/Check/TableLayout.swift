import NewsArchiveSQLite

/// The columns of a table, as the migrations of this version declare them.
struct TableLayout {
    struct Column {
        let name: String
        /// INTEGER, TEXT or BLOB.
        let type: String
        let isNotNull: Bool
        /// Whether it has no value that stands for a missing one.
        let isRequired: Bool
    }

    let name: String
    let columns: [Column]
    /// The columns of the primary key, in its order.
    let key: [Int]
    /// Whether the key is the number by which SQLite keeps the row.
    let hasRowID: Bool

    /// All but those that SQLite and FTS5 keep for themselves.
    static func all(of connection: Connection) throws -> [TableLayout] {
        var names = try Statement(
            connection,
            """
            SELECT name
            FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
            ORDER BY name
            """)
        return try names.all { try $0.text(0) }.map { try TableLayout($0, connection) }
    }

    init(_ name: String, _ connection: Connection) throws {
        self.name = name
        var rows = try Statement(
            connection,
            "SELECT name, type, \"notnull\", pk, dflt_value FROM pragma_table_info(?1) ORDER BY cid")
        try rows.bind(1, name)
        let found = try rows.all { row in
            (
                column: Column(
                    name: try row.text(0), type: try row.text(1), isNotNull: try row.integer(2) != 0,
                    isRequired: try row.integer(2) != 0 && row.isNull(4)),
                place: try row.integer(3)
            )
        }
        columns = found.map(\.column)
        key = found.indices.filter { found[$0].place > 0 }.sorted { found[$0].place < found[$1].place }
        var list = try Statement(connection, "SELECT wr FROM pragma_table_list WHERE name = ?1")
        try list.bind(1, name)
        hasRowID = try list.first { try $0.integer(0) } == 0
    }

    /// The columns' names, parted by commas.
    var columnList: String { columns.map(\.name).joined(separator: ", ") }

    /// What a reader calls a row: by what its key says.
    func place(_ values: [Value]) -> String {
        let numbers = key.map { column in
            if case .integer(let number) = values[column] { "\(number)" } else { "?" }
        }
        return "\(["body", "article"].contains(name) ? "article" : name) \(numbers.joined(separator: ", "))"
    }
}
