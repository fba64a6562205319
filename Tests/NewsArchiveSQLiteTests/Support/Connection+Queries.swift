import NewsArchiveSQLite
import Testing

extension Connection {
    /// The first row of a query, as `read` reads it.
    func row<Value>(_ sql: String, _ read: (borrowing Statement) throws -> Value) throws -> Value {
        var statement = try Statement(self, sql)
        return try #require(try statement.first(read))
    }

    /// All integers of a query's first column.
    func integers(_ sql: String) throws -> [Int64] {
        var statement = try Statement(self, sql)
        return try statement.all { try $0.integer(0) }
    }

    /// A database in memory with one table, `word(id, text)`.
    static func withWords(_ words: String...) throws -> Connection {
        let connection = try Connection(.memory)
        try connection.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)")
        var insert = try Statement(connection, "INSERT INTO word (text) VALUES (?1)")
        for word in words {
            try insert.bind(1, word)
            try insert.run()
        }
        return connection
    }
}
