import CNewsArchiveSQLite
import Glibc

/// One prepared statement. When it goes out of scope the connection keeps it for the next one of the same SQL.
///
/// Parameters are numbered from 1 and columns from 0, as in SQLite. A column is read as the type it is expected to
/// have; another type is an error, for an archive may come from a stranger.
package struct Statement: ~Copyable {
    private let pointer: OpaquePointer
    private let connection: Connection
    private let sql: String
    // sqlite3_step after the last row would silently run the statement again.
    private var isDone = false

    /// Compiles one statement.
    package init(_ connection: Connection, _ sql: String) throws(SQLiteError) {
        self.connection = connection
        self.sql = sql
        if let kept = connection.statements.take(sql) {
            pointer = kept
        } else {
            pointer = try Self.prepare(connection, sql)
        }
    }

    deinit {
        connection.statements.put(pointer, sql)
    }

    private static func prepare(_ connection: Connection, _ sql: String) throws(SQLiteError) -> OpaquePointer
    {
        var pointer: OpaquePointer?
        var result = SQLITE_OK
        var isWhole = true
        sql.withCString { text in
            var rest: UnsafePointer<CChar>?
            result = sqlite3_prepare_v3(
                connection.handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, &rest)
            isWhole = rest.map { $0.pointee == 0 } ?? true
        }
        guard result == SQLITE_OK else {
            throw SQLiteError(connection: connection.handle, result: result, sql: sql)
        }
        guard let pointer, isWhole else {
            sqlite3_finalize(pointer)
            throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "not one statement", sql: sql)
        }
        return pointer
    }

    /// Moves to the next row; false when there is none.
    package mutating func step() throws(SQLiteError) -> Bool {
        guard !isDone else { return false }
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            isDone = true
            return false
        case let result:
            let error = failure(result)
            reset()
            throw error
        }
    }

    /// Runs the statement to its end and makes it ready for another run. The parameters keep their values.
    package mutating func run() throws(SQLiteError) {
        while try step() {}
        reset()
    }

    /// Reads the first row, if there is one, and makes the statement ready for another run.
    ///
    /// A statement that was left between its rows would hold a read transaction open.
    package mutating func first<Result>(
        _ read: (borrowing Statement) throws -> Result
    ) throws -> Result? {
        defer { reset() }
        return try step() ? try read(self) : nil
    }

    /// Reads all rows, and makes the statement ready for another run.
    package mutating func all<Result>(
        _ read: (borrowing Statement) throws -> Result
    ) throws -> [Result] {
        defer { reset() }
        var results: [Result] = []
        while try step() { results.append(try read(self)) }
        return results
    }

    /// Goes through all rows, and makes the statement ready for another run.
    package mutating func forEach(_ read: (borrowing Statement) throws -> Void) throws {
        defer { reset() }
        while try step() { try read(self) }
    }

    /// Makes the statement ready for another run. The parameters keep their values.
    package mutating func reset() {
        // The result repeats the error of the last step, which was thrown then.
        sqlite3_reset(pointer)
        isDone = false
    }

    private borrowing func failure(_ result: Int32) -> SQLiteError {
        SQLiteError(
            connection: sqlite3_db_handle(pointer), result: result,
            sql: sqlite3_sql(pointer).map { String(cString: $0) })
    }

    private borrowing func check(_ result: Int32) throws(SQLiteError) {
        if result != SQLITE_OK { throw failure(result) }
    }
}

extension Statement {
    package borrowing func bind(_ index: Int32, _ value: Int64?) throws(SQLiteError) {
        if let value {
            try check(sqlite3_bind_int64(pointer, index, value))
        } else {
            try check(sqlite3_bind_null(pointer, index))
        }
    }

    package borrowing func bind(_ index: Int32, _ value: Int?) throws(SQLiteError) {
        try bind(index, value.map(Int64.init))
    }

    /// Binds a text by its length: a NUL in it survives.
    package borrowing func bind(_ index: Int32, _ value: String?) throws(SQLiteError) {
        guard var value else { return try bind(index, nil as Int64?) }
        let result = value.withUTF8 { na_bind_text(pointer, index, $0.baseAddress, UInt64($0.count)) }
        try check(result)
    }

    /// Binds UTF-8 as a text, without a String in between. That it is UTF-8 is the caller's promise.
    package borrowing func bind(_ index: Int32, utf8 value: [UInt8]) throws(SQLiteError) {
        let result = value.withUnsafeBytes { na_bind_text(pointer, index, $0.baseAddress, UInt64($0.count)) }
        try check(result)
    }

    package borrowing func bind(_ index: Int32, real value: Double) throws(SQLiteError) {
        try check(sqlite3_bind_double(pointer, index, value))
    }

    package borrowing func bind(_ index: Int32, blob value: [UInt8]) throws(SQLiteError) {
        let result = value.withUnsafeBytes { na_bind_blob(pointer, index, $0.baseAddress, UInt64($0.count)) }
        try check(result)
    }
}

extension Statement {
    package borrowing func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(pointer, column) == SQLITE_NULL
    }

    package borrowing func isInteger(_ column: Int32) -> Bool {
        sqlite3_column_type(pointer, column) == SQLITE_INTEGER
    }

    package borrowing func isText(_ column: Int32) -> Bool {
        sqlite3_column_type(pointer, column) == SQLITE_TEXT
    }

    package borrowing func isBlob(_ column: Int32) -> Bool {
        sqlite3_column_type(pointer, column) == SQLITE_BLOB
    }

    /// How many columns a row of the result has.
    package var columnCount: Int32 {
        sqlite3_column_count(pointer)
    }

    package borrowing func integer(_ column: Int32) throws(SQLiteError) -> Int64 {
        try expect(SQLITE_INTEGER, column)
        return sqlite3_column_int64(pointer, column)
    }

    package borrowing func optionalInteger(_ column: Int32) throws(SQLiteError) -> Int64? {
        isNull(column) ? nil : try integer(column)
    }

    /// A number with a fraction; an integer is one, too.
    package borrowing func real(_ column: Int32) throws(SQLiteError) -> Double {
        if sqlite3_column_type(pointer, column) != SQLITE_INTEGER { try expect(SQLITE_FLOAT, column) }
        return sqlite3_column_double(pointer, column)
    }

    /// The text with all its bytes, also a NUL; what is not UTF-8 is replaced by U+FFFD.
    package borrowing func text(_ column: Int32) throws(SQLiteError) -> String {
        try expect(SQLITE_TEXT, column)
        return String(decoding: buffer(sqlite3_column_text(pointer, column), column), as: UTF8.self)
    }

    package borrowing func optionalText(_ column: Int32) throws(SQLiteError) -> String? {
        isNull(column) ? nil : try text(column)
    }

    /// The text: `known` itself where it is the same to the byte, so that nothing is copied.
    package borrowing func text(_ column: Int32, sharing known: String?) throws(SQLiteError) -> String {
        guard var known else { return try text(column) }
        try expect(SQLITE_TEXT, column)
        let bytes = buffer(sqlite3_column_text(pointer, column), column)
        return known.withUTF8 { Self.areEqual(UnsafeRawBufferPointer($0), bytes) } ? known : try text(column)
    }

    /// The bytes of a text, as they are stored.
    package borrowing func utf8(_ column: Int32) throws(SQLiteError) -> [UInt8] {
        try expect(SQLITE_TEXT, column)
        return bytes(sqlite3_column_text(pointer, column), column)
    }

    /// The bytes of a text: `known` itself where they are the same, so that nothing is copied.
    package borrowing func utf8(_ column: Int32, sharing known: [UInt8]?) throws(SQLiteError) -> [UInt8] {
        try expect(SQLITE_TEXT, column)
        let bytes = buffer(sqlite3_column_text(pointer, column), column)
        guard let known, known.withUnsafeBytes({ Self.areEqual($0, bytes) }) else { return Array(bytes) }
        return known
    }

    package borrowing func blob(_ column: Int32) throws(SQLiteError) -> [UInt8] {
        try expect(SQLITE_BLOB, column)
        return bytes(sqlite3_column_blob(pointer, column), column)
    }

    private static func areEqual(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
        guard first.count == second.count else { return false }
        guard let start = first.baseAddress, let other = second.baseAddress else { return true }
        return memcmp(start, other, first.count) == 0
    }

    private borrowing func bytes(_ start: UnsafeRawPointer?, _ column: Int32) -> [UInt8] {
        Array(buffer(start, column))
    }

    // By length, not by terminator: a text may contain a NUL.
    private borrowing func buffer(_ start: UnsafeRawPointer?, _ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    }

    private borrowing func expect(_ type: Int32, _ column: Int32) throws(SQLiteError) {
        let found = sqlite3_column_type(pointer, column)
        guard found != type else { return }
        let name = sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? "\(column)"
        let names = [
            SQLITE_INTEGER: "INTEGER", SQLITE_FLOAT: "REAL", SQLITE_TEXT: "TEXT", SQLITE_BLOB: "BLOB",
            SQLITE_NULL: "NULL",
        ]
        throw SQLiteError(
            extendedCode: SQLITE_MISMATCH,
            message: "column \(name) is \(names[found] ?? "?"), not \(names[type] ?? "?")",
            sql: sqlite3_sql(pointer).map { String(cString: $0) })
    }
}
