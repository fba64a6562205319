import NewsArchiveSQLite

/// Lets an archive of an earlier version be read as one of the present version, in place and unchanged.
///
/// Temporary views, which belong to the connection alone, stand before the tables that were changed since: SQLite finds a
/// name there first (https://www.sqlite.org/lang_naming.html). They add the columns that are missing with what the
/// migrations would have put there, and show tables that are missing as empty. What is missing is not written down a
/// second time: it is the difference between what the migrations made then and make now.
struct EarlierVersion {
    /// The first version that was ever given out. What is older is an archive whose making was interrupted.
    static let first = 4
    // Since this one the index has a tokenizer of our own, by whose words our own reader of it searches.
    private static let ownTokenizer = 5

    private struct Column: Equatable {
        let name: String
        let value: String
    }

    private let version: Int

    /// - Parameter version: the version of the file, whose schema has been looked at.
    init(_ version: Int) {
        self.version = version
    }

    /// Makes the views, and leaves searches of an index with other words to FTS5.
    func bridge(_ connection: Connection) throws {
        if version < Self.ownTokenizer { connection.leavesSearchToFTS5 = true }
        try connection.withTemporaryObjects { connection in
            for view in try views() { try connection.execute(view) }
        }
    }

    /// The statements that make the views.
    func views() throws -> [String] {
        let then = try Self.tables(ofVersion: version)
        return try Self.tables(ofVersion: Migrator.supportedVersion).sorted { $0.key < $1.key }.compactMap {
            table, columns in
            guard let old = then[table] else { return Self.emptyView(table, columns) }
            let missing = columns.filter { column in !old.contains { $0.name == column.name } }
            return missing.isEmpty ? nil : Self.view(of: table, adding: missing)
        }
    }

    private static func emptyView(_ table: String, _ columns: [Column]) -> String {
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let values = columns.map { _ in "NULL" }.joined(separator: ", ")
        return "CREATE TEMP VIEW \"\(table)\" (\(names)) AS SELECT \(values) WHERE 0"
    }

    private static func view(of table: String, adding columns: [Column]) -> String {
        let values = columns.map { "\($0.value) AS \"\($0.name)\"" }.joined(separator: ", ")
        return "CREATE TEMP VIEW \"\(table)\" AS SELECT *, \(values) FROM main.\"\(table)\""
    }

    // The names and defaults are those of our own migrations. FTS5's own tables are the same in all versions.
    private static func tables(ofVersion version: Int) throws -> [String: [Column]] {
        var rows = try Statement(
            try ArchiveSchema.emptyArchive(ofVersion: version),
            """
            SELECT object.name, info.name, coalesce(info.dflt_value, 'NULL')
            FROM sqlite_schema AS object, pragma_table_info(object.name) AS info
            WHERE object.type = 'table' AND object.name NOT LIKE 'article_search%'
            ORDER BY object.name, info.cid
            """)
        let columns = try rows.all { row in
            (try row.text(0), Column(name: try row.text(1), value: try row.text(2)))
        }
        return Dictionary(grouping: columns) { $0.0 }.mapValues { $0.map(\.1) }
    }
}
