import Dispatch
import Glibc
import NewsArchiveSQLite
import Synchronization
import Testing

struct ConnectionTransactionTests {
    private final class Flag: Sendable {
        let value = Atomic(false)
    }

    private let interruptions = DispatchGroup()

    private struct Interruption: Error, Equatable {
        let place: Int
    }

    @Test func aTransactionCommitsAndReturnsWhatItsWorkReturns() throws {
        let connection = try Connection.withWords()
        let count = try connection.transaction { connection in
            try connection.execute("INSERT INTO word (text) VALUES ('oak'), ('elm')")
            return try connection.integer("SELECT count(*) FROM word")
        }
        #expect(count == 2)
        #expect(!connection.isInTransaction)
        #expect(try connection.integer("SELECT count(*) FROM word") == 2)
    }

    @Test func anInterruptionLeavesNoTransactionOpen() throws {
        let connection = try Connection.withWords("ash")
        let interrupter = connection.interrupter
        let isDone = Flag()
        DispatchQueue.global().async(group: interruptions) {
            while !isDone.value.load(ordering: .relaxed) {
                interrupter.interrupt()
                sched_yield()
            }
        }
        for _ in 0..<20_000 {
            _ = try? connection.transaction { try $0.execute("DELETE FROM word WHERE 0; SELECT 1") }
            _ = try? connection.snapshot { try $0.execute("SELECT count(*) FROM word") }
            guard !connection.isInTransaction else { break }
        }
        #expect(!connection.isInTransaction)
        isDone.value.store(true, ordering: .relaxed)
        interruptions.wait()
    }

    @Test func itsWorkIsInsideTheTransaction() throws {
        let connection = try Connection(.memory)
        #expect(try connection.transaction { $0.isInTransaction })
    }

    @Test func aThrownErrorRollsBackAndSurvives() throws {
        let connection = try Connection.withWords("ash")
        #expect(throws: Interruption(place: 3)) {
            try connection.transaction { connection in
                try connection.execute("INSERT INTO word (text) VALUES ('oak')")
                throw Interruption(place: 3)
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try connection.text("SELECT group_concat(text) FROM word") == "ash")
    }

    @Test func anErrorOfSQLRollsBackAndSurvives() throws {
        let connection = try Connection.withWords("ash")
        let error = #expect(throws: SQLiteError.self) {
            try connection.transaction { connection in
                try connection.execute("INSERT INTO word (text) VALUES ('oak')")
                try connection.execute("INSERT INTO word (text) VALUES ('ash')")
            }
        }
        #expect(error?.message == "UNIQUE constraint failed: word.text")
        #expect(!connection.isInTransaction)
        #expect(try connection.text("SELECT group_concat(text) FROM word") == "ash")
    }

    @Test func anErrorThatSQLiteRolledBackForSurvives() throws {
        let connection = try Connection.withWords("ash")
        let error = #expect(throws: SQLiteError.self) {
            try connection.transaction { connection in
                try connection.execute("INSERT OR ROLLBACK INTO word (text) VALUES ('ash')")
            }
        }
        #expect(error?.message == "UNIQUE constraint failed: word.text")
        #expect(!connection.isInTransaction)
    }

    @Test func aCommitThatFailsIsThrownAndRolledBack() throws {
        let connection = try Connection(.memory)
        try connection.execute(
            """
            CREATE TABLE author (id INTEGER PRIMARY KEY);
            CREATE TABLE book (author INTEGER REFERENCES author (id) DEFERRABLE INITIALLY DEFERRED);
            """)
        let error = #expect(throws: SQLiteError.self) {
            try connection.transaction { try $0.execute("INSERT INTO book VALUES (5)") }
        }
        #expect(error?.message == "FOREIGN KEY constraint failed")
        #expect(!connection.isInTransaction)
        #expect(try connection.integer("SELECT count(*) FROM book") == 0)
    }

    @Test func workThatEndsWithRollBackLeavesNothing() throws {
        let connection = try Connection.withWords()
        let count = try connection.transaction(ending: .rollBack) { connection in
            try connection.execute("INSERT INTO word (text) VALUES ('oak')")
            return try connection.integer("SELECT count(*) FROM word")
        }
        #expect(count == 1)
        #expect(!connection.isInTransaction)
        #expect(try connection.integer("SELECT count(*) FROM word") == 0)
    }

    @Test func aTransactionInATransactionIsRefusedAndTheOuterOneGoesOn() throws {
        let connection = try Connection.withWords()
        try connection.transaction { connection in
            try connection.execute("INSERT INTO word (text) VALUES ('oak')")
            #expect(throws: SQLiteError.self) { try connection.transaction { _ in } }
            #expect(throws: SQLiteError.self) { try connection.snapshot { _ in } }
            #expect(connection.isInTransaction)
        }
        #expect(try connection.text("SELECT text FROM word") == "oak")
    }

    @Test func theNextTransactionWorksAfterAFailedOne() throws {
        let connection = try Connection.withWords()
        #expect(throws: Interruption.self) {
            try connection.transaction { _ in throw Interruption(place: 1) }
        }
        try connection.transaction { try $0.execute("INSERT INTO word (text) VALUES ('oak')") }
        #expect(try connection.text("SELECT text FROM word") == "oak")
    }

    @Test func aTransactionHoldsTheWriteLockFromTheStart() throws {
        try withTemporaryFolder { folder in
            let location = Connection.Location.readWrite(path: "\(folder)/shared.sqlite")
            let first = try Connection(location)
            let second = try Connection(location)
            try first.transaction { _ in
                let error = #expect(throws: SQLiteError.self) { try second.transaction { _ in } }
                #expect(error?.code == ResultCode.busy)
            }
            try second.transaction { _ in }
        }
    }

    @Test func aSnapshotSeesOneStateWhileAnotherConnectionWrites() throws {
        try withTemporaryFolder { folder in
            let location = Connection.Location.readWrite(path: "\(folder)/shared.sqlite")
            let writer = try Connection(location)
            try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE lamp (name TEXT)")
            let reader = try Connection(location)
            try reader.snapshot { reader in
                let before = try reader.integer("SELECT count(*) FROM lamp")
                try writer.execute("INSERT INTO lamp VALUES ('tall')")
                #expect(try reader.integer("SELECT count(*) FROM lamp") == before)
            }
            #expect(try reader.integer("SELECT count(*) FROM lamp") == 1)
        }
    }

    @Test func aSnapshotEndsAndItsErrorSurvives() throws {
        let connection = try Connection(.memory)
        #expect(throws: Interruption(place: 7)) {
            try connection.snapshot { _ in throw Interruption(place: 7) }
        }
        #expect(!connection.isInTransaction)
        #expect(try connection.snapshot { try $0.integer("SELECT 4") } == 4)
        #expect(!connection.isInTransaction)
    }
}
