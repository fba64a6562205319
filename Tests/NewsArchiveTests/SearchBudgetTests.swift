import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct SearchBudgetTests {
    private func archive() async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        return archive
    }

    // Ends only when it is interrupted.
    @Sendable private func countForEver(_ connection: Connection, _ stop: StopFlag) throws -> Int64? {
        try connection.integer(
            "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number) SELECT count(*) FROM number"
        )
    }

    @Test func aSearchWithoutTimeSaysSo() async throws {
        let archive = try await archive()
        await #expect(throws: ArchiveError.timedOut(seconds: 0)) {
            try await archive.search("ferry", timeout: .zero)
        }
        await #expect(throws: ArchiveError.timedOut(seconds: 0)) {
            try await archive.histogram(by: .year, timeout: .zero)
        }
        await #expect(throws: ArchiveError.timedOut(seconds: 0)) {
            try await archive.sources(timeout: .zero)
        }
        #expect(try await archive.search("ferry", timeout: .seconds(1000)).results.count == 3)
    }

    @Test func aLongQueryEndsWhenItsTimeIsUp() async throws {
        let archive = try await archive()
        let budget = SearchBudget(timeout: .milliseconds(20))
        await #expect(throws: ArchiveError.timedOut(seconds: 0.02)) {
            try await budget.spend {
                try await archive.read { try budget.run($0, self.countForEver) }
            }
        }
        #expect(try await archive.search("ferry").results.count == 3)
    }

    @Test func aLongQueryEndsWhenItsTaskIsCancelled() async throws {
        let archive = try await archive()
        let started = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            let budget = SearchBudget(timeout: nil)
            return try await budget.spend {
                try await archive.read { connection in
                    try budget.run(connection) { connection, stop in
                        started.continuation.finish()
                        return try self.countForEver(connection, stop)
                    }
                }
            }
        }
        for await _ in started.stream {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await archive.search("ferry").results.count == 3)
    }

    @Test func aCancelledTaskSearchesForNothing() async throws {
        let archive = try await archive()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await archive.search("ferry")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test(arguments: [Duration.seconds(Int64.max), .seconds(-5), .nanoseconds(1), .seconds(1e15)])
    func noTimeIsACrash(timeout: Duration) async throws {
        let archive = try await archive()
        _ = try? await archive.search("ferry", timeout: timeout)
        #expect(try await archive.search("ferry").results.count == 3)
    }
}
