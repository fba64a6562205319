import Foundation
import NewsArchiveSQLite
import Testing

struct ConnectionTests {
    @Test func aFileIsMadeWhenItIsNotThere() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/new.sqlite"
            let connection = try Connection(.readWrite(path: path))
            try connection.execute("CREATE TABLE lamp (id INTEGER PRIMARY KEY)")
            #expect(FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func whatWasWrittenIsThereAfterReopening() throws {
        try withTemporaryFolder { folder in
            let location = Connection.Location.readWrite(path: "\(folder)/kept.sqlite")
            try Connection(location).execute(
                "CREATE TABLE lamp (name TEXT); INSERT INTO lamp VALUES ('tall')")
            #expect(try Connection(location).text("SELECT name FROM lamp") == "tall")
        }
    }

    @Test func aFileInAMissingFolderCannotBeOpened() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: SQLiteError.self) {
                try Connection(.readWrite(path: "\(folder)/missing/new.sqlite"))
            }
            #expect(error?.code == ResultCode.cannotOpen)
        }
    }

    @Test func readOnlyDoesNotMakeAMissingFile() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/missing.sqlite"
            let error = #expect(throws: SQLiteError.self) { try Connection(.readOnly(path: path)) }
            #expect(error?.code == ResultCode.cannotOpen)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test(arguments: [
        "INSERT INTO lamp VALUES ('short')", "UPDATE lamp SET name = 'short'", "DELETE FROM lamp",
        "CREATE TABLE chair (name TEXT)", "DROP TABLE lamp", "PRAGMA user_version = 7",
    ])
    func readOnlyReadsAndRefusesToWrite(sql: String) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/kept.sqlite"
            try Connection(.readWrite(path: path))
                .execute("CREATE TABLE lamp (name TEXT); INSERT INTO lamp VALUES ('tall')")
            let connection = try Connection(.readOnly(path: path))
            let error = #expect(throws: SQLiteError.self) { try connection.execute(sql) }
            #expect(error?.code == ResultCode.readOnly)
            #expect(try connection.text("SELECT name FROM lamp") == "tall")
        }
    }

    @Test func readOnlyCreatesNothingBesideAnOrdinaryFile() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/kept.sqlite"
            try Connection(.readWrite(path: path)).execute("CREATE TABLE lamp (name TEXT)")
            _ = try Connection(.readOnly(path: path)).integer("SELECT count(*) FROM lamp")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["kept.sqlite"])
        }
    }

    @Test func aFileThatIsNoDatabaseIsNone() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/letter.txt"
            try Data("Dear reader, this is a letter and no database at all.".utf8)
                .write(to: URL(filePath: path))
            let connection = try Connection(.readOnly(path: path))
            let error = #expect(throws: SQLiteError.self) {
                try connection.integer("SELECT count(*) FROM sqlite_schema")
            }
            #expect(error?.code == ResultCode.notADatabase)
        }
    }

    @Test(arguments: [Connection.Location.memory, .temporary])
    func eachPrivateDatabaseIsItsOwn(location: Connection.Location) throws {
        let first = try Connection(location)
        let second = try Connection(location)
        try first.execute("CREATE TABLE lamp (name TEXT)")
        #expect(try second.integer("SELECT count(*) FROM sqlite_schema") == 0)
    }

    // In a process of its own, for the current folder is the whole process's.
    @Test func aPathThatLooksLikeAURIOrLikeMemoryStaysAFileName() async {
        await #expect(processExitsWith: .success) {
            try withTemporaryFolder { folder in
                try #require(FileManager.default.changeCurrentDirectoryPath(folder))
                for name in ["file:x?mode=memory", "file:y.sqlite", ":memory:", ":z", "plain.sqlite"] {
                    let connection = try Connection(.readWrite(path: name))
                    try connection.execute("CREATE TABLE lamp (name TEXT)")
                    #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name)"), "\(name)")
                    let again = try Connection(.readOnly(path: name))
                    #expect(try again.integer("SELECT count(*) FROM sqlite_schema") == 1, "\(name)")
                }
            }
        }
    }

    @Test func anAbsolutePathWithAQuestionMarkAndAPercentSignIsAFileName() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/100%25?mode=ro#top"
            try Connection(.readWrite(path: path)).execute("CREATE TABLE lamp (name TEXT)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["100%25?mode=ro#top"])
        }
    }

    @Test func anEmptyPathIsNoFile() {
        #expect(throws: SQLiteError.self) { try Connection(.readWrite(path: "")) }
        #expect(throws: SQLiteError.self) { try Connection(.readOnly(path: "")) }
    }

    @Test func aPathWithANULIsNotCutOff() throws {
        try withTemporaryFolder { folder in
            #expect(throws: SQLiteError.self) { try Connection(.readWrite(path: "\(folder)/lamp\0shade")) }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/lamp"))
        }
    }
}

// What is switched off and on for every connection.
extension ConnectionTests {
    @Test(arguments: [Connection.Location.memory, .temporary])
    func foreignKeysAreEnforced(location: Connection.Location) throws {
        let connection = try Connection(location)
        try connection.execute(
            """
            CREATE TABLE author (id INTEGER PRIMARY KEY);
            CREATE TABLE book (author INTEGER REFERENCES author (id));
            """)
        let error = #expect(throws: SQLiteError.self) {
            try connection.execute("INSERT INTO book VALUES (5)")
        }
        #expect(error?.message == "FOREIGN KEY constraint failed")
        #expect(error?.extendedCode == 787)
    }

    @Test(arguments: [
        "SELECT \"lamp\"", "CREATE TABLE chair (name TEXT CHECK (name <> \"oak\"))",
        "CREATE INDEX chair ON word (\"shadow\")",
    ])
    func aDoubleQuotedStringIsAnError(sql: String) throws {
        let connection = try Connection.withWords()
        #expect(throws: SQLiteError.self) { try connection.execute(sql) }
    }

    @Test func extensionsCannotBeLoaded() throws {
        let connection = try Connection(.memory)
        let error = #expect(throws: SQLiteError.self) {
            try connection.execute("SELECT load_extension('anything')")
        }
        #expect(error?.message == "not authorized")
    }

    @Test(arguments: [
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE word (x)'", "DELETE FROM sqlite_schema",
        "INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 9, 'CREATE TABLE x (y)')",
    ])
    func theSchemaTableCannotBeWritten(sql: String) throws {
        let connection = try Connection.withWords()
        try connection.execute("PRAGMA writable_schema = ON")
        #expect(throws: SQLiteError.self) { try connection.execute(sql) }
        #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'word'") == 1)
    }

    @Test func aSchemaIsNotTrustedWithFunctions() throws {
        #expect(try Connection(.memory).integer("PRAGMA trusted_schema") == 0)
    }
}

extension ConnectionTests {
    @Test func executeRunsSeveralStatements() throws {
        let connection = try Connection(.memory)
        try connection.execute("CREATE TABLE a (x); INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);")
        #expect(try connection.integers("SELECT x FROM a ORDER BY x") == [1, 2])
    }

    @Test func executeOfNothingDoesNothing() throws {
        try Connection(.memory).execute("  -- only a comment\n")
    }

    @Test func executeStopsAtTheFirstError() throws {
        let connection = try Connection(.memory)
        #expect(throws: SQLiteError.self) {
            try connection.execute("CREATE TABLE a (x); SELECT shadow; CREATE TABLE b (x)")
        }
        #expect(try connection.text("SELECT group_concat(name) FROM sqlite_schema") == "a")
    }

    @Test func integerIsTheFirstColumnOfTheFirstRow() throws {
        #expect(try Connection(.memory).integer("SELECT 4, 5 UNION ALL SELECT 6, 7") == 4)
    }

    @Test func textIsTheFirstColumnOfTheFirstRow() throws {
        #expect(try Connection(.memory).text("SELECT 'fern', 'moss'") == "fern")
    }

    @Test(arguments: ["SELECT 1 WHERE 0", "SELECT NULL"])
    func integerAndTextAreNilWithoutARowOrAValue(sql: String) throws {
        let connection = try Connection(.memory)
        #expect(try connection.integer(sql) == nil)
        #expect(try connection.text(sql) == nil)
    }

    @Test func integerAndTextTakeNoOtherType() throws {
        let connection = try Connection(.memory)
        #expect(throws: SQLiteError.self) { try connection.integer("SELECT 'four'") }
        #expect(throws: SQLiteError.self) { try connection.text("SELECT 4") }
    }

    @Test func changesAreCounted() throws {
        let connection = try Connection.withWords("oak", "elm", "ash")
        try connection.execute("UPDATE word SET text = upper(text) WHERE text <> 'oak'")
        #expect(connection.changes == 2)
        #expect(connection.totalChanges == 5)
    }

    @Test func theLastInsertedRowIDIsKnown() throws {
        let connection = try Connection.withWords("oak")
        try connection.execute("INSERT INTO word VALUES (9000000000, 'elm')")
        #expect(connection.lastInsertedRowID == 9_000_000_000)
    }

    @Test func anOpenTransactionIsSeen() throws {
        let connection = try Connection(.memory)
        #expect(!connection.isInTransaction)
        try connection.execute("BEGIN")
        #expect(connection.isInTransaction)
        try connection.execute("COMMIT")
        #expect(!connection.isInTransaction)
    }

    @Test func aLockThatIsNotWaitedForIsBusy() throws {
        try withTemporaryFolder { folder in
            let location = Connection.Location.readWrite(path: "\(folder)/shared.sqlite")
            let first = try Connection(location)
            let second = try Connection(location)
            second.waitForLocks(milliseconds: 0)
            try first.execute("CREATE TABLE lamp (name TEXT); BEGIN IMMEDIATE")
            let error = #expect(throws: SQLiteError.self) { try second.execute("BEGIN IMMEDIATE") }
            #expect(error?.code == ResultCode.busy)
            try first.execute("COMMIT")
            try second.execute("BEGIN IMMEDIATE")
        }
    }

    @Test(arguments: [true, false])
    func closingCopiesTheLogIntoTheFileOnlyWhenItMay(isOn: Bool) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/log.sqlite"
            do {
                let connection = try Connection(.readWrite(path: path))
                try connection.setCheckpointsOnClose(isOn)
                try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE lamp (name TEXT)")
            }
            #expect(FileManager.default.fileExists(atPath: "\(path)-wal") != isOn)
            #expect(try Connection(.readOnly(path: path)).integer("SELECT count(*) FROM lamp") == 0)
        }
    }

    @Test func nothingIsAttachedButWhatVacuumMakes() throws {
        try withTemporaryFolder { folder in
            let connection = try Connection(.readWrite(path: folder + "/a.sqlite"))
            try connection.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
            #expect(throws: SQLiteError.self) { try connection.execute("ATTACH '\(folder)/b.sqlite' AS b") }
            #expect(throws: SQLiteError.self) { try connection.execute("VACUUM") }
            try connection.vacuum()
            try connection.vacuum(into: folder + "/c.sqlite")
            #expect(throws: SQLiteError.self) { try connection.execute("ATTACH '\(folder)/b.sqlite' AS b") }
            let copy = try Connection(.readOnly(path: folder + "/c.sqlite"))
            #expect(try copy.integer("SELECT a FROM t") == 1)
        }
    }

    @Test func triggersDoNotRunAndForeignKeysAct() throws {
        let connection = try Connection(.memory)
        try connection.execute(
            """
            CREATE TABLE a (id INTEGER PRIMARY KEY);
            CREATE TABLE b (a_id INTEGER REFERENCES a (id) ON UPDATE CASCADE ON DELETE CASCADE);
            CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (new.id); END;
            INSERT INTO a VALUES (1), (2);
            """)
        #expect(try connection.integer("SELECT count(*) FROM b") == 0)
        try connection.execute(
            "INSERT INTO b VALUES (1), (2); UPDATE a SET id = 3 WHERE id = 1; DELETE FROM a WHERE id = 2")
        #expect(try connection.integer("SELECT sum(a_id) FROM b") == 3)
    }

    @Test func theFirstBytesOfAFileAreReadAndNothingIsLeftBeside() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a #1.txt"
            try Data("no database".utf8).write(to: URL(filePath: path))
            #expect(try Connection.firstBytes(2, ofFileAt: path) == Array("no".utf8))
            #expect(try Connection.firstBytes(100, ofFileAt: path) == Array("no database".utf8))
            #expect(throws: SQLiteError.self) { try Connection.firstBytes(1, ofFileAt: folder + "/none") }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a #1.txt"])
        }
    }

    @Test func waitingForALockEndsByItsFlag() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.sqlite"
            let (first, second) = (
                try Connection(.readWrite(path: path)), try Connection(.readWrite(path: path))
            )
            // A day, which nobody would wait for.
            second.waitForLocks(milliseconds: 86_400_000)
            let stop = StopFlag()
            second.endWaits(by: stop)
            try first.transaction { _ in
                stop.set()
                let error = #expect(throws: SQLiteError.self) { try second.execute("BEGIN IMMEDIATE") }
                #expect(error?.code == ResultCode.busy)
            }
            second.endWaits(by: nil)
            try second.transaction { try $0.execute("CREATE TABLE t (a)") }
        }
    }
}
