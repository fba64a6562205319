extension Connection {
    /// Runs `work` without the CHECK constraints of the tables, for rows whose values cannot be other than they allow.
    ///
    /// SQLite makes a table of the values of `IN ('minute', 'day', 'month')` for each row that it checks, which took a
    /// third of the time of a second import. Statements that are prepared already follow, for the pragma expires them
    /// (https://www.sqlite.org/pragma.html#pragma_ignore_check_constraints).
    package func withoutCheckConstraints<Result>(_ work: () throws -> Result) throws -> Result {
        try execute("PRAGMA ignore_check_constraints = ON")
        let result = Swift.Result { try work() }
        let ending = Swift.Result { try execute("PRAGMA ignore_check_constraints = OFF") }
        // What `work` threw is the error worth telling.
        let value = try result.get()
        try ending.get()
        return value
    }
}
