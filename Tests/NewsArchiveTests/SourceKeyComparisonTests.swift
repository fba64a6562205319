import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct SourceKeyComparisonTests {
    private func archive(_ rows: [(guid: String, key: String)]) async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(1)))
        try await archive.pool.writer.run { connection in
            try connection.execute("INSERT INTO source (id, name) VALUES (1, 'gazette')")
            for row in rows {
                try connection.execute(
                    """
                    INSERT INTO metadata (article_id, source_id, guid, guid_key)
                    SELECT id, 1, '\(row.guid)', \(row.key) FROM article
                    """)
            }
        }
        return archive
    }

    private func wrong(_ archive: Archive) async throws -> (rows: [Int64], unborne: [Int64]) {
        try await archive.read { connection in
            var rows: [Int64] = []
            let result = try SourceKeyComparison(kind: .guid).run(connection) { row, _ in rows.append(row.id)
            }
            return (rows, result.unborne.map(\.id))
        }
    }

    private var key: String { "\(GuidKey("a1", isOfKnownSource: true)?.hash ?? 0)" }

    @Test func theFirstRowOfAGuidBearsItsKey() async throws {
        let archive = try await archive([("a1", key), ("a1", "NULL"), ("a1", key)])
        let wrong = try await wrong(archive)
        #expect((wrong.rows, wrong.unborne) == ([3], []))
    }

    @Test func aRowKeepsTheKeyThatAnEarlierOneDoesNotHave() async throws {
        let archive = try await archive([("a1", "NULL"), ("a1", key)])
        let wrong = try await wrong(archive)
        #expect((wrong.rows, wrong.unborne) == ([], []))
    }

    @Test func aGuidWithoutAnyKeyIsLeftToTheCaller() async throws {
        let archive = try await archive([("a1", "NULL"), ("a1", "NULL")])
        let wrong = try await wrong(archive)
        #expect((wrong.rows, wrong.unborne) == ([], [1, 2]))
    }

    @Test func whatIsNoGuidHasNoKey() async throws {
        let archive = try await archive([("", "5")])
        #expect(try await wrong(archive).rows == [1])
    }
}
