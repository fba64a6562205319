import CStockSQLite

/// A prepared statement of SQLite.
package final class StockStatement {
    /// What a parameter is set to.
    package enum Value {
        case text(String)
        case integer(Int64)
    }

    private let connection: OpaquePointer
    private let handle: OpaquePointer

    init(_ connection: OpaquePointer, _ sql: String) throws {
        var pointer: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &pointer, nil) == SQLITE_OK, let pointer else {
            throw StockError(connection)
        }
        self.connection = connection
        handle = pointer
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// What `read` makes of each row.
    package func rows<Row>(_ values: Value..., read: (StockStatement) -> Row) throws -> [Row] {
        var rows: [Row] = []
        try forEachRow(values) { rows.append(read(self)) }
        return rows
    }

    /// Goes through the rows without keeping them.
    package func forEachRow(_ values: [Value] = [], _ body: () -> Void) throws {
        defer { sqlite3_reset(handle) }
        for (index, value) in values.enumerated() { try bind(Int32(index + 1), value) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: body()
            case SQLITE_DONE: return
            default: throw StockError(connection)
            }
        }
    }

    package func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    package func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    package func text(_ column: Int32) -> String {
        sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
    }

    private func bind(_ index: Int32, _ value: Value) throws {
        let result =
            switch value {
            case .text(let text): stock_bind_text(handle, index, text)
            case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
            }
        guard result == SQLITE_OK else { throw StockError(connection) }
    }
}
