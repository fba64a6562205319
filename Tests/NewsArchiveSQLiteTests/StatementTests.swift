import NewsArchiveSQLite
import Testing

struct StatementTests {
    @Test(arguments: [
        "", "\0", "a\0b", "ends with a NUL\0", "plain", "Ærøskøbing 東京 🚲",
        String(repeating: "long ", count: 9_999),
    ])
    func aTextSurvivesWithAllItsBytes(text: String) throws {
        #expect(try roundTrip({ try $0.bind(1, text) }, { try $0.text(0) }) == text)
        #expect(try roundTrip({ try $0.bind(1, utf8: Array(text.utf8)) }, { try $0.text(0) }) == text)
        #expect(try roundTrip({ try $0.bind(1, text) }, { try $0.utf8(0) }) == Array(text.utf8))
    }

    @Test(arguments: ["", "a\0b", "Ærøskøbing"])
    func theBytesOfATextThatIsKnownAreNotCopied(text: String) throws {
        let known = Array(text.utf8)
        let read = try roundTrip({ try $0.bind(1, text) }, { try $0.utf8(0, sharing: known) })
        #expect(read == known)
        #expect(read.withUnsafeBytes { $0.baseAddress } == known.withUnsafeBytes { $0.baseAddress })
    }

    @Test(arguments: [nil, "", "oak", "oal", "oaks"] as [String?])
    func aTextIsItsOwnWhateverIsKnown(known: String?) throws {
        #expect(try roundTrip({ try $0.bind(1, "oak") }, { try $0.text(0, sharing: known) }) == "oak")
    }

    @Test func aTextThatIsKnownInAnotherSpellingIsAsItIsStored() throws {
        let read = try roundTrip({ try $0.bind(1, "e\u{301}") }, { try $0.text(0, sharing: "é") })
        #expect(Array(read.utf8) == Array("e\u{301}".utf8))
    }

    @Test(arguments: [nil, [], [0x61], Array("oal".utf8), Array("oaks".utf8)] as [[UInt8]?])
    func theBytesOfATextAreItsOwnWhateverIsKnown(known: [UInt8]?) throws {
        #expect(
            try roundTrip({ try $0.bind(1, "oak") }, { try $0.utf8(0, sharing: known) }) == Array("oak".utf8))
    }

    @Test(arguments: [[], [0], [1, 0, 2, 0], Array(0...255), [0xFF, 0xFE]] as [[UInt8]])
    func aBlobSurvivesWithAllItsBytes(blob: [UInt8]) throws {
        #expect(try roundTrip({ try $0.bind(1, blob: blob) }, { try $0.blob(0) }) == blob)
    }

    @Test func aNULInATextSurvivesInATable() throws {
        let connection = try Connection.withWords("oak\0elm")
        #expect(try connection.text("SELECT text FROM word") == "oak\0elm")
        #expect(try connection.integer("SELECT length(CAST(text AS BLOB)) FROM word") == 7)
    }

    @Test func anEmptyTextIsNotNull() throws {
        #expect(try roundTrip({ try $0.bind(1, "") }, { try $0.text(1) }) == "text")
        #expect(try roundTrip({ try $0.bind(1, utf8: []) }, { try $0.text(1) }) == "text")
        #expect(try roundTrip({ try $0.bind(1, blob: []) }, { try $0.text(1) }) == "blob")
    }

    @Test func whatIsNotUTF8IsReplacedInATextAndKeptInItsBytes() throws {
        let bytes: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x20, 0xC3, 0x28]
        #expect(try roundTrip({ try $0.bind(1, utf8: bytes) }, { try $0.text(0) }) == "caf\u{FFFD} \u{FFFD}(")
        #expect(try roundTrip({ try $0.bind(1, utf8: bytes) }, { try $0.utf8(0) }) == bytes)
    }

    @Test(arguments: [0, 1, -1, 4_294_967_296, .max, .min] as [Int64])
    func anIntegerSurvives(integer: Int64) throws {
        #expect(try roundTrip({ try $0.bind(1, integer) }, { try $0.integer(0) }) == integer)
        #expect(try roundTrip({ try $0.bind(1, Int(integer)) }, { try $0.integer(0) }) == integer)
    }

    @Test func aRealIsReadAsOneAndAnIntegerToo() throws {
        let connection = try Connection(.memory)
        #expect(try connection.row("SELECT 2.5") { try $0.real(0) } == 2.5)
        #expect(try connection.row("SELECT 2") { try $0.real(0) } == 2)
    }

    @Test func nilIsBoundAsNull() throws {
        #expect(try roundTrip({ try $0.bind(1, nil as Int64?) }, { $0.isNull(0) }))
        #expect(try roundTrip({ try $0.bind(1, nil as Int?) }, { $0.isNull(0) }))
        #expect(try roundTrip({ try $0.bind(1, nil as String?) }, { $0.isNull(0) }))
    }

    @Test func nullIsNilAndAValueIsNot() throws {
        let connection = try Connection(.memory)
        #expect(try connection.row("SELECT NULL") { try $0.optionalInteger(0) } == nil)
        #expect(try connection.row("SELECT NULL") { try $0.optionalText(0) } == nil)
        #expect(try connection.row("SELECT 6") { try $0.optionalInteger(0) } == 6)
        #expect(try connection.row("SELECT 'fern'") { try $0.optionalText(0) } == "fern")
        #expect(try connection.row("SELECT 6") { $0.isNull(0) } == false)
    }

    @Test func aParameterThatWasNeverBoundIsNull() throws {
        #expect(try roundTrip({ _ in }, { $0.isNull(0) }))
    }

    /// Runs a query that returns its one parameter, and the name of the parameter's type.
    private func roundTrip<Value>(
        _ bind: (borrowing Statement) throws -> Void, _ read: (borrowing Statement) throws -> Value
    ) throws -> Value {
        var statement = try Statement(Connection(.memory), "SELECT ?1, typeof(?1)")
        try bind(statement)
        return try #require(try statement.first(read))
    }
}

// A column of another type than expected.
extension StatementTests {
    @Test(arguments: [
        ("'x'", "TEXT"), ("1.5", "REAL"), ("x'00'", "BLOB"), ("NULL", "NULL"),
    ])
    func anythingButAnIntegerIsNoInteger(value: String, type: String) throws {
        let error = try mismatch(value) { _ = try $0.integer(0) }
        #expect(error?.message == "column views is \(type), not INTEGER")
    }

    @Test(arguments: [
        ("7", "INTEGER"), ("1.5", "REAL"), ("x'00'", "BLOB"), ("NULL", "NULL"),
    ])
    func anythingButATextIsNoText(value: String, type: String) throws {
        #expect(try mismatch(value) { _ = try $0.text(0) }?.message == "column views is \(type), not TEXT")
        #expect(try mismatch(value) { _ = try $0.utf8(0) }?.message == "column views is \(type), not TEXT")
    }

    @Test(arguments: [
        ("7", "INTEGER"), ("1.5", "REAL"), ("'x'", "TEXT"), ("NULL", "NULL"),
    ])
    func anythingButABlobIsNoBlob(value: String, type: String) throws {
        #expect(try mismatch(value) { _ = try $0.blob(0) }?.message == "column views is \(type), not BLOB")
    }

    @Test(arguments: [("'x'", "TEXT"), ("x'00'", "BLOB"), ("NULL", "NULL")])
    func anythingButANumberIsNoReal(value: String, type: String) throws {
        #expect(try mismatch(value) { _ = try $0.real(0) }?.message == "column views is \(type), not REAL")
    }

    @Test func anOptionalValueOfAnotherTypeIsAMismatchToo() throws {
        #expect(try mismatch("'7'") { _ = try $0.optionalInteger(0) } != nil)
        #expect(try mismatch("7") { _ = try $0.optionalText(0) } != nil)
    }

    @Test func aColumnThatIsNotThereIsAMismatch() throws {
        #expect(try mismatch("7") { _ = try $0.integer(3) }?.message == "column 3 is NULL, not INTEGER")
    }

    /// What reading a row with the one column `views` throws.
    private func mismatch(
        _ value: String, _ read: (borrowing Statement) throws -> Void
    ) throws -> SQLiteError? {
        let sql = "SELECT \(value) AS views"
        let connection = try Connection(.memory)
        let error = #expect(throws: SQLiteError.self) { try connection.row(sql, read) }
        #expect(error?.extendedCode == ResultCode.mismatch)
        #expect(error?.sql == sql)
        return error
    }
}

// Rows, and when a statement is done with them.
extension StatementTests {
    @Test func stepAfterTheLastRowStaysFalse() throws {
        var statement = try Statement(Connection(.memory), "SELECT 1 UNION ALL SELECT 2")
        var steps: [Bool] = []
        for _ in 0..<5 { steps.append(try statement.step()) }
        #expect(steps == [true, true, false, false, false])
    }

    @Test func aWriteIsNotRepeatedByAnotherStep() throws {
        let connection = try Connection.withWords()
        var insert = try Statement(connection, "INSERT INTO word (text) VALUES ('oak')")
        var steps: [Bool] = []
        for _ in 0..<3 { steps.append(try insert.step()) }
        #expect(steps == [false, false, false])
        #expect(try connection.integer("SELECT count(*) FROM word") == 1)
    }

    @Test func resetMakesReadyForAnotherRunWithTheSameParameters() throws {
        var statement = try Statement(Connection(.memory), "SELECT ?1")
        try statement.bind(1, "fern")
        for _ in 0..<2 {
            let isThere = try statement.step()
            let text = try statement.text(0)
            #expect(isThere)
            #expect(text == "fern")
            statement.reset()
        }
    }

    @Test func runRunsToTheEndAndCanRunAgain() throws {
        let connection = try Connection.withWords()
        var insert = try Statement(connection, "INSERT INTO word (text) VALUES (?1) RETURNING id")
        for word in ["oak", "elm", "ash"] {
            try insert.bind(1, word)
            try insert.run()
        }
        #expect(try connection.text("SELECT group_concat(text) FROM word") == "oak,elm,ash")
    }

    @Test func aStatementCanRunAgainAfterAnError() throws {
        let connection = try Connection.withWords("oak")
        var insert = try Statement(connection, "INSERT INTO word (text) VALUES (?1)")
        try insert.bind(1, "oak")
        do {
            try insert.run()
            Issue.record("the second oak was taken")
        } catch {
            #expect(error.code == 19)
        }
        try insert.bind(1, "elm")
        try insert.run()
        #expect(try connection.integer("SELECT count(*) FROM word") == 2)
    }

    @Test func firstReadsOneRowAndNothingWithoutOne() throws {
        let connection = try Connection.withWords("oak", "elm")
        var statement = try Statement(connection, "SELECT text FROM word WHERE id >= ?1 ORDER BY id")
        try statement.bind(1, 2)
        let first = try statement.first { try $0.text(0) }
        try statement.bind(1, 3)
        let none = try statement.first { try $0.text(0) }
        #expect(first == "elm")
        #expect(none == nil)
    }

    @Test func allReadsEveryRowAndCanReadThemAgain() throws {
        var statement = try Statement(
            Connection.withWords("oak", "elm", "ash"), "SELECT text FROM word ORDER BY id")
        let once = try statement.all { try $0.text(0) }
        let twice = try statement.all { try $0.text(0) }
        #expect(once == ["oak", "elm", "ash"])
        #expect(twice == once)
    }

    @Test(arguments: [false, true])
    func theSchemaCanChangeAfterFirstAndAllThoughReadingFailed(fails: Bool) throws {
        let connection = try Connection.withWords("oak", "elm", "ash")
        var statement = try Statement(connection, "SELECT text FROM word ORDER BY id")
        if fails {
            do { _ = try statement.first { try $0.integer(0) } } catch is SQLiteError {}
            do { _ = try statement.all { try $0.integer(0) } } catch is SQLiteError {}
        } else {
            _ = try statement.first { try $0.text(0) }
            _ = try statement.all { try $0.text(0) }
        }
        try connection.execute("DROP TABLE word")
        #expect(try connection.integer("SELECT count(*) FROM sqlite_schema") == 0)
    }

    @Test func theSchemaCannotChangeBetweenTheRows() throws {
        let connection = try Connection.withWords("oak", "elm", "ash")
        var statement = try Statement(connection, "SELECT text FROM word")
        _ = try statement.step()
        let error = #expect(throws: SQLiteError.self) { try connection.execute("DROP TABLE word") }
        #expect(error?.code == ResultCode.locked)
        statement.reset()
        try connection.execute("DROP TABLE word")
    }

    @Test func theLogCanBeCheckpointedAfterFirstIntegerAndText() throws {
        try withTemporaryFolder { folder in
            let connection = try Connection(.readWrite(path: "\(folder)/log.sqlite"))
            try connection.execute(
                "PRAGMA journal_mode = WAL; CREATE TABLE lamp (name); INSERT INTO lamp VALUES ('tall'), ('short')"
            )
            var statement = try Statement(connection, "SELECT name FROM lamp")
            _ = try statement.first { try $0.text(0) }
            _ = try connection.integer("SELECT rowid FROM lamp")
            _ = try connection.text("SELECT name FROM lamp")
            let busy = try connection.row("PRAGMA wal_checkpoint(TRUNCATE)") { try $0.integer(0) }
            #expect(busy == 0)
        }
    }

    @Test func aStatementOutlivesTheLastUseOfItsConnection() throws {
        var connection: Connection? = try Connection.withWords("oak")
        var statement = try Statement(try #require(connection), "SELECT text FROM word")
        connection = nil
        let text = try statement.first { try $0.text(0) }
        #expect(text == "oak")
    }

    @Test(arguments: ["", "   ", "-- a comment", ";"])
    func sqlWithoutAStatementIsAnError(sql: String) throws {
        let connection = try Connection(.memory)
        let error = #expect(throws: SQLiteError.self) { _ = try Statement(connection, sql) }
        #expect(error?.message == "not one statement")
    }
}
