import NewsArchiveSQLite
import Testing

struct OnlineBackupTests {
    private func write(_ lamps: Int, to connection: Connection) throws {
        try connection.transaction { connection in
            var statement = try Statement(connection, "INSERT INTO lamp VALUES (zeroblob(3000))")
            for _ in 0..<lamps { try statement.run() }
        }
    }

    private func source(_ folder: String) throws -> Connection {
        let connection = try Connection(.readWrite(path: "\(folder)/source.sqlite"))
        #expect(try connection.text("PRAGMA journal_mode = WAL") == "wal")
        try connection.execute("CREATE TABLE lamp (shade BLOB)")
        try write(50, to: connection)
        return connection
    }

    /// Copies page by page, with a commit of another connection after each of the first ten, and returns the lamps of the copy.
    private func copyWhileWriting(_ folder: String, isHeld: Bool) throws -> (lamps: Int64?, steps: Int) {
        let writer = try source(folder)
        let reader = try Connection(.readOnly(path: "\(folder)/source.sqlite"))
        if isHeld {
            try reader.execute("BEGIN")
            _ = try reader.integer("SELECT count(*) FROM lamp")
        }
        let target = try Connection(.readWrite(path: "\(folder)/copy.sqlite"))
        var steps = 1
        do {
            let backup = try OnlineBackup(from: reader, to: target)
            while try backup.step(pages: 5) {
                steps += 1
                if steps <= 11 { try write(1, to: writer) }
            }
            #expect(backup.remainingPages == 0)
            #expect(backup.pageCount > 50)
        }
        #expect(try target.text("PRAGMA integrity_check") == "ok")
        #expect(try writer.integer("SELECT count(*) FROM lamp") == 60)
        return (try target.integer("SELECT count(*) FROM lamp"), steps)
    }

    @Test func whatIsCommittedDuringATransactionThatReadsDoesNotBeginTheCopyAnew() throws {
        try withTemporaryFolder { folder in
            let copy = try copyWhileWriting(folder, isHeld: true)
            #expect(copy.lamps == 50)
            #expect(copy.steps <= 12)
        }
    }

    // Why the transaction is needed.
    @Test func withoutATransactionEveryCommitBeginsTheCopyAnew() throws {
        try withTemporaryFolder { folder in
            let copy = try copyWhileWriting(folder, isHeld: false)
            #expect(copy.lamps == 60)
            #expect(copy.steps > 20)
        }
    }

    @Test func aDatabaseInMemoryIsCopiedToAFile() throws {
        try withTemporaryFolder { folder in
            let memory = try Connection(.memory)
            try memory.execute("CREATE TABLE lamp (shade BLOB)")
            try write(3, to: memory)
            let target = try Connection(.readWrite(path: "\(folder)/copy.sqlite"))
            let backup = try OnlineBackup(from: memory, to: target)
            #expect(try !backup.step(pages: 100))
            #expect(try target.integer("SELECT count(*) FROM lamp") == 3)
        }
    }

    @Test func whatTheTargetHasNoRoomForIsAnError() throws {
        try withTemporaryFolder { folder in
            let source = try source(folder)
            let target = try Connection(.readWrite(path: "\(folder)/copy.sqlite"))
            _ = try target.integer("PRAGMA max_page_count = 10")
            let backup = try OnlineBackup(from: source, to: target)
            let error = #expect(throws: SQLiteError.self) { while try backup.step(pages: 5) {} }
            #expect(error?.code == ResultCode.full)
        }
    }

    @Test func aTargetThatIsBeingReadIsRefused() throws {
        try withTemporaryFolder { folder in
            let source = try source(folder)
            let target = try Connection(.memory)
            try target.execute("CREATE TABLE lamp (shade BLOB); BEGIN; INSERT INTO lamp VALUES (1)")
            #expect(throws: SQLiteError.self) { _ = try OnlineBackup(from: source, to: target) }
        }
    }
}
