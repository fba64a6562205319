import CNewsArchiveSQLite

/// Prepared statements that nobody uses at present, by their SQL: preparing one takes longer than many a query.
struct StatementCache {
    private static let mostStatements = 64
    // Longer SQL was made for one query.
    private static let longestSQL = 4096

    private var statements: [String: OpaquePointer] = [:]

    /// A statement of this SQL, which then belongs to the caller; nil when there is none.
    mutating func take(_ sql: String) -> OpaquePointer? {
        statements.removeValue(forKey: sql)
    }

    /// Takes over a statement that the caller needs no more.
    mutating func put(_ statement: OpaquePointer, _ sql: String) {
        // What it was bound to is not kept, which may be large; nor its place, which holds a transaction open.
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        let hasRoom = statements.count < Self.mostStatements && sql.utf8.count <= Self.longestSQL
        if hasRoom, statements[sql] == nil {
            statements[sql] = statement
        } else {
            sqlite3_finalize(statement)
        }
    }

    mutating func clear() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
    }
}
