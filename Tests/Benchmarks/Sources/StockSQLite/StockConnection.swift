import CStockSQLite

/// A file opened by SQLite itself, only to be read, with as much cache as the library's readers have.
package final class StockConnection {
    private let handle: OpaquePointer
    private var statements: [String: StockStatement] = [:]

    /// - Parameter register: What makes a tokenizer known that the file's index needs; gives a result code.
    package init(path: String, register: (OpaquePointer) -> Int32 = { _ in SQLITE_OK }) throws {
        var pointer: OpaquePointer?
        let result = sqlite3_open_v2(path, &pointer, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        guard result == SQLITE_OK, let pointer else {
            sqlite3_close_v2(pointer)
            throw StockError(message: "\(path) cannot be opened (SQLite \(result))")
        }
        handle = pointer
        guard register(handle) == SQLITE_OK else { throw StockError(handle) }
        try execute("PRAGMA cache_size = -65536")
    }

    deinit {
        // Goes when the last of the statements does.
        sqlite3_close_v2(handle)
    }

    package func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw StockError(handle) }
    }

    /// A statement, prepared when it is first asked for: a program that asks it often would keep it, too.
    package func statement(_ sql: String) throws -> StockStatement {
        if let statement = statements[sql] { return statement }
        let statement = try StockStatement(handle, sql)
        statements[sql] = statement
        return statement
    }
}

/// What SQLite says went wrong.
package struct StockError: Error, CustomStringConvertible {
    let message: String

    init(message: String) {
        self.message = message
    }

    init(_ connection: OpaquePointer) {
        message = String(cString: sqlite3_errmsg(connection))
    }

    package var description: String { message }
}
