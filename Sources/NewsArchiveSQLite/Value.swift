import CNewsArchiveSQLite

/// What a column of a row holds, whatever it was declared to hold.
package enum Value: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    /// The bytes of a text, which need not be UTF-8.
    case text([UInt8])
    case blob([UInt8])
}

extension Statement {
    /// A column as it is stored.
    package borrowing func value(_ column: Int32) throws(SQLiteError) -> Value {
        if isNull(column) { return .null }
        if isInteger(column) { return .integer(try integer(column)) }
        if isText(column) { return .text(try utf8(column)) }
        return isBlob(column) ? .blob(try blob(column)) : .real(try real(column))
    }

    /// Binds a value as what it is. A text that is not UTF-8 stays as it is.
    package borrowing func bind(_ index: Int32, _ value: Value) throws(SQLiteError) {
        switch value {
        case .null: try bind(index, nil as Int64?)
        case .integer(let integer): try bind(index, integer)
        case .real(let real): try bind(index, real: real)
        case .text(let bytes): try bind(index, utf8: bytes)
        case .blob(let bytes): try bind(index, blob: bytes)
        }
    }
}
