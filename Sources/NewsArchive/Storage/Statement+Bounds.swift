import NewsArchiveSQLite

extension Statement {
    /// A number of things that an archive holds: not negative, and small enough to be added up.
    ///
    /// - Throws: a `SQLiteError` for what no archive writes.
    borrowing func count(_ column: Int32) throws(SQLiteError) -> Int {
        let found = try integer(column)
        guard (0...1 << 53).contains(found) else { throw SQLiteError(corrupt: "a count of \(found)") }
        return Int(found)
    }
}

extension Connection {
    /// By how many minutes an id is behind its article's minute, at the most.
    func longestSpill() throws -> Int64 {
        let found = try integer("SELECT longest_spill FROM archive") ?? 0
        guard (0...1 << 31).contains(found) else {
            throw SQLiteError(corrupt: "a spill of \(found) minutes")
        }
        return found
    }
}
