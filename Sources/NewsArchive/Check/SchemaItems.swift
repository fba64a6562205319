import NewsArchiveSQLite

/// The tables, views, indexes and triggers of a database.
struct SchemaItems {
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
    static func present() throws -> SchemaItems {
        try SchemaItems(ArchiveSchema.emptyArchive(ofVersion: Migrator.supportedVersion))
    }
}
