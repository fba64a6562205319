import NewsArchiveSQLite
import Testing

struct ConnectionVacuumTests {
    private func database(_ folder: String) throws -> Connection {
        let connection = try Connection(.readWrite(path: "\(folder)/lamps.sqlite"))
        try connection.execute("CREATE TABLE lamp (shade BLOB)")
        for _ in 0..<50 { try connection.execute("INSERT INTO lamp VALUES (zeroblob(3000))") }
        try connection.execute("DELETE FROM lamp WHERE rowid > 5")
        return connection
    }

    private func pages(_ connection: Connection) throws -> Int64 {
        try #require(try connection.integer("PRAGMA page_count"))
    }

    @Test func whatIsFreeIsGivenBack() throws {
        try withTemporaryFolder { folder in
            let connection = try database(folder)
            let before = try pages(connection)
            try connection.vacuum()
            #expect(try pages(connection) < before / 5)
            #expect(try connection.integer("SELECT count(*) FROM lamp") == 5)
        }
    }

    @Test func temporaryTablesAreKeptAfterwardsWhereTheyWereBefore() throws {
        try withTemporaryFolder { folder in
            let connection = try database(folder)
            try connection.execute("PRAGMA temp_store = MEMORY")
            try connection.vacuum()
            #expect(try connection.integer("PRAGMA temp_store") == 2)
            try connection.execute("BEGIN")
            #expect(throws: SQLiteError.self) { try connection.vacuum() }
            try connection.execute("ROLLBACK")
            #expect(try connection.integer("PRAGMA temp_store") == 2)
        }
    }

    @Test(arguments: ["copy.sqlite", "a #1?'\".sqlite"])
    func aConnectionThatOnlyReadsWritesACompactCopy(name: String) throws {
        try withTemporaryFolder { folder in
            let before = try pages(try database(folder))
            for location in [
                Connection.Location.readOnly(path: "\(folder)/lamps.sqlite"),
                .immutable(path: "\(folder)/lamps.sqlite"),
            ] {
                let reader = try Connection(location)
                let path =
                    "\(folder)/\(location == .readOnly(path: "\(folder)/lamps.sqlite") ? "" : "2")\(name)"
                try reader.vacuum(into: path)
                let copy = try Connection(.readOnly(path: path))
                #expect(try pages(copy) < before / 5)
                #expect(try copy.integer("SELECT count(*) FROM lamp") == 5)
                #expect(throws: SQLiteError.self) { try reader.execute("DELETE FROM lamp") }
            }
        }
    }

    @Test func aFileThatHoldsSomethingIsNotWrittenOver() throws {
        try withTemporaryFolder { folder in
            let connection = try database(folder)
            try connection.vacuum(into: "\(folder)/copy.sqlite")
            #expect(throws: SQLiteError.self) { try connection.vacuum(into: "\(folder)/copy.sqlite") }
        }
    }
}
