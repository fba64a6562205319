import NewsArchiveSQLite
import Testing

struct SQLiteErrorTests {
    @Test func anErrorOfAScriptHasCodeMessageAndSQL() throws {
        let connection = try Connection(.memory)
        let error = #expect(throws: SQLiteError.self) { try connection.execute("SELECT shadow") }
        #expect(
            error == SQLiteError(extendedCode: 1, message: "no such column: shadow", sql: "SELECT shadow"))
    }

    @Test func anErrorOfCompilingHasCodeMessageAndSQL() throws {
        let connection = try Connection(.memory)
        let error = #expect(throws: SQLiteError.self) { _ = try Statement(connection, "SELEKT 1") }
        #expect(error?.message == "near \"SELEKT\": syntax error")
        #expect(error?.sql == "SELEKT 1")
        #expect(error?.code == 1)
    }

    @Test func anErrorOfAStepHasTheExtendedCodeAndTheSQL() throws {
        let connection = try Connection.withWords("oak")
        let sql = "INSERT INTO word (text) VALUES ('oak')"
        let error = #expect(throws: SQLiteError.self) {
            var insert = try Statement(connection, sql)
            try insert.run()
        }
        #expect(error?.extendedCode == 2067)
        #expect(error?.code == 19)
        #expect(error?.message == "UNIQUE constraint failed: word.text")
        #expect(error?.sql == sql)
    }

    @Test func anErrorOfABindingHasItsCode() throws {
        let connection = try Connection(.memory)
        let error = #expect(throws: SQLiteError.self) {
            let statement = try Statement(connection, "SELECT ?1")
            try statement.bind(2, "too far")
        }
        #expect(error?.extendedCode == 25)
        #expect(error?.sql == "SELECT ?1")
    }

    @Test(arguments: [(2067, 19), (787, 19), (19, 19), (517, 5), (8, 8)] as [(Int32, Int32)])
    func theCodeIsTheLowByteOfTheExtendedCode(extended: Int32, code: Int32) {
        #expect(SQLiteError(extendedCode: extended, message: "").code == code)
    }

    @Test func theDescriptionSaysEverything() {
        let error = SQLiteError(extendedCode: 2067, message: "a rule was broken", sql: "INSERT 1")
        #expect("\(error)" == "SQLite 2067: a rule was broken in: INSERT 1")
        #expect("\(SQLiteError(extendedCode: 14, message: "no file"))" == "SQLite 14: no file")
    }
}
