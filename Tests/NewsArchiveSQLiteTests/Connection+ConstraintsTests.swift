import NewsArchiveSQLite
import Testing

@Suite struct ConnectionConstraintsTests {
    private struct Failure: Error {}

    private func connection() throws -> Connection {
        let connection = try Connection(.memory)
        try connection.execute("CREATE TABLE colour (name TEXT CHECK (name IN ('red', 'green', 'blue')))")
        return connection
    }

    @Test func aValueIsNotCheckedWithin() throws {
        let connection = try connection()
        try connection.withoutCheckConstraints {
            try connection.execute("INSERT INTO colour VALUES ('loud')")
        }
        #expect(try connection.integer("SELECT count(*) FROM colour") == 1)
    }

    @Test func statementsThatWerePreparedBeforeFollow() throws {
        let connection = try connection()
        var insert = try Statement(connection, "INSERT INTO colour VALUES (?1)")
        try insert.bind(1, "loud")
        try connection.withoutCheckConstraints { try insert.run() }
        #expect(throws: SQLiteError.self) { try insert.run() }
        try insert.bind(1, "red")
        try insert.run()
        #expect(try connection.integer("SELECT count(*) FROM colour") == 2)
    }

    @Test func valuesAreCheckedAgainAfterAnErrorWhichIsThrown() throws {
        let connection = try connection()
        #expect(throws: Failure.self) { try connection.withoutCheckConstraints { throw Failure() } }
        #expect(throws: SQLiteError.self) { try connection.execute("INSERT INTO colour VALUES ('loud')") }
    }
}
