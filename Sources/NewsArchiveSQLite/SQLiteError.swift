import CNewsArchiveSQLite

/// What SQLite refused, with the SQL that it refused.
package struct SQLiteError: Error, Equatable, Sendable {
    /// The extended result code (https://www.sqlite.org/rescode.html).
    package let extendedCode: Int32
    /// SQLite's own message, in English.
    package let message: String
    /// The statement that failed; nil when the failure was none of a statement's.
    package let sql: String?

    /// The primary result code: the low byte of the extended one.
    package var code: Int32 { extendedCode & 0xFF }

    package init(extendedCode: Int32, message: String, sql: String? = nil) {
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
    }
}

extension SQLiteError {
    /// A value that no archive holds unless something else wrote it.
    package init(corrupt message: String) {
        self.init(extendedCode: ResultCode.corrupt, message: message)
    }

    /// The error that a connection reports for its last failed call.
    init(connection: OpaquePointer?, result: Int32, sql: String? = nil) {
        let message =
            if let connection, sqlite3_extended_errcode(connection) == result {
                String(cString: sqlite3_errmsg(connection))
            } else {
                String(cString: sqlite3_errstr(result))
            }
        self.init(extendedCode: result, message: message, sql: sql)
    }
}

extension SQLiteError: CustomStringConvertible {
    package var description: String {
        let place = sql.map { " in: \($0)" } ?? ""
        return "SQLite \(extendedCode): \(message)\(place)"
    }
}
