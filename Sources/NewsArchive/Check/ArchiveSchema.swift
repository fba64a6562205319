import NewsArchiveSQLite

/// The tables, views, indexes and triggers of a database.
struct ArchiveSchema {
    /// A row of sqlite_schema.
    struct Item: Equatable {
        let type: String
        let name: String
        let table: String
        let rootPage: Int64
        /// nil for what a table brings along.
        let sql: String?
    }

    let items: [Item]

    init(_ connection: Connection) throws {
        var rows = try Statement(
            connection, "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema")
        items = try rows.all { row in
            Item(
                type: try row.text(0), name: try row.text(1), table: try row.text(2),
                rootPage: try row.optionalInteger(3) ?? 0, sql: try row.optionalText(4))
        }
    }

    /// What the migrations of this version make.
    static func present() throws -> ArchiveSchema {
        try ArchiveSchema(emptyArchive())
    }

    /// An archive of this version without anything in it.
    static func emptyArchive() throws -> Connection {
        let connection = try Connection(.memory)
        try connection.registerSearch()
        try Migrator.migrate(connection, path: "archive in memory")
        return connection
    }
}
