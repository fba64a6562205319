import Glibc
import Testing

@testable import NewsArchiveSQLite

/// The reader of FTS5's index, against FTS5.
@Suite struct RankedSearchTests {
    private static let words = [
        "ferry", "ferries", "fe", "toll", "tolls", "to", "a", "an", "and", "lake", "京", "京都",
    ]

    // Pages of 40 bytes make every list of more than a few places go on from page to page.
    private func index(
        seed: UInt64, pageSize: Int = 40, articles: Int = 300, at location: Connection.Location = .memory
    ) throws -> Connection {
        let connection = try Connection(location)
        try connection.registerSearch()
        try connection.execute(
            """
            CREATE TABLE document (id INTEGER PRIMARY KEY, headline TEXT, body TEXT);
            CREATE VIRTUAL TABLE article_search USING fts5 (
              headline, body, content = 'document', content_rowid = 'id', tokenize = 'newsarchive 1');
            CREATE TABLE document_sizes (first_id INTEGER PRIMARY KEY, sizes BLOB NOT NULL);
            INSERT INTO article_search (article_search, rank) VALUES ('pgsz', \(pageSize));
            """)
        var random = SeededGenerator(seed: seed)
        for number in 0..<articles {
            // Ids far apart and close together, also below zero.
            let id = Int64(number - 40) * (number.isMultiple(of: 7) ? 1 << 20 : 3)
            let headline = text(upTo: 5, &random)
            let body = text(upTo: number.isMultiple(of: 10) ? 300 : 30, &random)
            try connection.execute(
                "INSERT OR REPLACE INTO document VALUES (\(id), '\(headline)', '\(body)')")
        }
        try fill(connection, &random)
        try connection.execute(Self.sizes)
        return connection
    }

    private static let sizes = """
        INSERT INTO document_sizes
        SELECT min(id), newsarchive_size_block(id, sz)
        FROM (SELECT id, sz, (row_number() OVER (ORDER BY id) - 1) / 50 AS block FROM article_search_docsize)
        GROUP BY block;
        """

    // In many small transactions, so that there are several segments, and with articles that change and go.
    private func fill(_ connection: Connection, _ random: inout SeededGenerator) throws {
        var statement = try Statement(connection, "SELECT id FROM document ORDER BY id")
        let ids = try statement.all { try $0.integer(0) }
        for id in ids {
            try connection.execute(
                "INSERT INTO article_search (rowid, headline, body) SELECT * FROM document WHERE id = \(id)")
        }
        for id in ids where Int.random(in: 0..<4, using: &random) == 0 {
            try connection.execute(
                """
                INSERT INTO article_search (article_search, rowid, headline, body)
                SELECT 'delete', * FROM document WHERE id = \(id);
                """)
            guard Bool.random(using: &random) else { continue }
            try connection.execute(
                """
                UPDATE document SET body = '\(text(upTo: 40, &random))' WHERE id = \(id);
                INSERT INTO article_search (rowid, headline, body) SELECT * FROM document WHERE id = \(id);
                """)
        }
    }

    private func text(upTo most: Int, _ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...most, using: &random))
            .compactMap { _ in Self.words.randomElement(using: &random) }.joined(separator: " ")
    }

    private struct Sample: Sendable {
        let match: String
        let push: @Sendable (RankedQuery) throws -> Void
    }

    private static let anywhere: RankedQuery.Columns = [.headline, .body]

    private static let samples = [
        Sample(match: "ferry") { try $0.push(["ferry"], lastIsPrefix: false, columns: anywhere) },
        Sample(match: "{headline}: ferry") {
            try $0.push(["ferry"], lastIsPrefix: false, columns: .headline)
        },
        Sample(match: "{body}: a") { try $0.push(["a"], lastIsPrefix: false, columns: .body) },
        Sample(match: "fe*") { try $0.push(["fe"], lastIsPrefix: true, columns: anywhere) },
        Sample(match: "a*") { try $0.push(["a"], lastIsPrefix: true, columns: anywhere) },
        Sample(match: "{headline}: t*") { try $0.push(["t"], lastIsPrefix: true, columns: .headline) },
        Sample(match: "\"ferry toll\"") {
            try $0.push(["ferry", "toll"], lastIsPrefix: false, columns: anywhere)
        },
        Sample(match: "{body}: \"a an and\"") {
            try $0.push(["a", "an", "and"], lastIsPrefix: false, columns: .body)
        },
        Sample(match: "\"lake t\" *") { try $0.push(["lake", "t"], lastIsPrefix: true, columns: anywhere) },
        Sample(match: "京 *") { try $0.push(["京"], lastIsPrefix: true, columns: anywhere) },
        Sample(match: "nowhere") { try $0.push(["nowhere"], lastIsPrefix: false, columns: anywhere) },
        Sample(match: "NEAR(ferry toll, 2)") {
            try $0.push(["ferry"], lastIsPrefix: false, columns: anywhere)
            try $0.push(["toll"], lastIsPrefix: false, columns: anywhere)
            try $0.joinNear(2, distance: 2)
        },
        Sample(match: "ferry AND toll AND lake") {
            for word in ["ferry", "toll", "lake"] {
                try $0.push([word], lastIsPrefix: false, columns: anywhere)
            }
            try $0.join(.all, 3)
        },
        Sample(match: "ferry OR tolls OR nowhere") {
            for word in ["ferry", "tolls", "nowhere"] {
                try $0.push([word], lastIsPrefix: false, columns: anywhere)
            }
            try $0.join(.any, 3)
        },
        Sample(match: "a NOT \"ferry toll\"") {
            try $0.push(["a"], lastIsPrefix: false, columns: anywhere)
            try $0.push(["ferry", "toll"], lastIsPrefix: false, columns: anywhere)
            try $0.join(.but, 2)
        },
    ]

    private func ranked(_ sample: Sample) throws -> RankedQuery {
        let query = try RankedQuery()
        try sample.push(query)
        return query
    }

    private func byFTS5(_ match: String, in connection: Connection) throws -> [RankedSearch.Hit] {
        var statement = try Statement(
            connection,
            """
            SELECT rowid, -bm25(article_search, 10.0, 1.0) AS score
            FROM article_search
            WHERE article_search MATCH ?1
            ORDER BY score DESC, rowid DESC
            """)
        try statement.bind(1, match)
        return try statement.all { row in
            let score = try row.real(1)
            return RankedSearch.Hit(id: try row.integer(0), rank: score, score: score)
        }
    }

    @Test(arguments: [1, 2, 3], [40, 200, 4050])
    func theBestAreThoseOfBM25ToTheLastBit(seed: UInt64, pageSize: Int) throws {
        let connection = try index(seed: seed, pageSize: pageSize)
        for sample in Self.samples {
            let expected = try byFTS5(sample.match, in: connection)
            for limit in [1, 5, 20, 1000] {
                let best = try RankedSearch().best(limit, of: ranked(sample), in: connection)
                #expect(best == Array(expected.prefix(limit)), "\(sample.match), \(limit)")
            }
        }
    }

    @Test func anIndexOfOneSegmentIsReadTheSame() throws {
        let connection = try index(seed: 4)
        try connection.execute("INSERT INTO article_search (article_search) VALUES ('optimize')")
        for sample in Self.samples {
            let best = try RankedSearch().best(50, of: ranked(sample), in: connection)
            #expect(best == Array(try byFTS5(sample.match, in: connection).prefix(50)), "\(sample.match)")
        }
    }

    @Test func allThatIsFoundComesInEitherOrder() throws {
        let connection = try index(seed: 5)
        for sample in Self.samples {
            let expected = try byFTS5(sample.match, in: connection).map(\.id).sorted()
            for oldestFirst in [true, false] {
                var found: [Int64] = []
                let isDone = try RankedSearch().each(
                    of: ranked(sample), in: connection, oldestFirst: oldestFirst
                ) { ids in
                    found += ids
                    return true
                }
                #expect(isDone)
                #expect(found == (oldestFirst ? expected : expected.reversed()), "\(sample.match)")
            }
        }
    }

    @Test func whatChangedSinceTheLastSearchIsSeen() throws {
        try withTemporaryFolder { try changeAndSearch(at: $0 + "/index.sqlite") }
    }

    private func changeAndSearch(at path: String) throws {
        let writer = try index(seed: 10, at: .readWrite(path: path))
        let reader = try Connection(.readOnly(path: path))
        try reader.registerSearch()
        var statement = try Statement(writer, "SELECT id FROM article_search_docsize ORDER BY id")
        for id in try statement.all({ try $0.integer(0) }).prefix(12) {
            for connection in [reader, writer] {
                for sample in Self.samples {
                    let best = try connection.snapshot {
                        try RankedSearch().best(30, of: ranked(sample), in: $0)
                    }
                    #expect(
                        best == Array(try byFTS5(sample.match, in: connection).prefix(30)), "\(sample.match)")
                }
            }
            try writer.execute(
                """
                INSERT INTO article_search (article_search, rowid, headline, body)
                SELECT 'delete', * FROM document WHERE id = \(id);
                UPDATE document SET body = 'a ferry toll ' || body WHERE id = \(id);
                INSERT INTO article_search (rowid, headline, body) SELECT * FROM document WHERE id = \(id);
                DELETE FROM document_sizes;
                \(Self.sizes)
                """)
        }
    }

    @Test func onlyTheIDsAskedForAreFound() throws {
        let connection = try index(seed: 6)
        let all = try byFTS5("a", in: connection)
        let ids = all.map(\.id).sorted()
        let range = ids[10]...ids[ids.count - 10]
        var search = RankedSearch()
        search.ids = range
        let best = try search.best(1000, of: ranked(Self.samples[2]), in: connection)
        let expected = try byFTS5("{body}: a", in: connection).filter { range.contains($0.id) }
        #expect(best == expected)
    }

    @Test func pagesGoOnBehindTheirCursor() throws {
        let connection = try index(seed: 7)
        for sample in Self.samples {
            var search = RankedSearch()
            var found: [RankedSearch.Hit] = []
            while let page = try search.best(7, of: ranked(sample), in: connection), let last = page.last {
                found += page
                search.cursor = last
            }
            #expect(found == (try byFTS5(sample.match, in: connection)), "\(sample.match)")
        }
    }

    @Test func whatIsNotAcceptedGivesWayToTheNextBest() throws {
        let connection = try index(seed: 8)
        var search = RankedSearch()
        search.accepts = { $0.isMultiple(of: 2) }
        for sample in Self.samples {
            let best = try search.best(10, of: ranked(sample), in: connection)
            let expected = try byFTS5(sample.match, in: connection).filter { $0.id.isMultiple(of: 2) }
            #expect(best == Array(expected.prefix(10)), "\(sample.match)")
        }
    }

    @Test func anErrorOfTheCallerComesBack() throws {
        struct Refusal: Error {}
        let connection = try index(seed: 8)
        var search = RankedSearch()
        search.accepts = { _ in throw Refusal() }
        #expect(throws: Refusal.self) { try search.best(10, of: ranked(Self.samples[0]), in: connection) }
        #expect(throws: Refusal.self) {
            try RankedSearch().each(of: ranked(Self.samples[0]), in: connection) { _ in throw Refusal() }
        }
    }

    @Test func aStopEndsTheSearch() throws {
        let connection = try index(seed: 8)
        var search = RankedSearch()
        let stop = StopFlag()
        stop.set()
        search.stop = stop
        for sample in Self.samples {
            let error = #expect(throws: SQLiteError.self) {
                try search.best(10, of: ranked(sample), in: connection)
            }
            #expect(error?.code == ResultCode.interrupt)
        }
        search.stop = nil
        #expect(try search.best(10, of: ranked(Self.samples[0]), in: connection)?.count == 10)
    }

    @Test(arguments: [1.0, 100, 1e6])
    func recentRelevanceIsTheScoreHalvedWithAge(halfLife: Double) throws {
        let connection = try index(seed: 9)
        var search = RankedSearch()
        search.halfLife = halfLife
        search.firstDated = -100
        for sample in Self.samples {
            let expected = try byFTS5(sample.match, in: connection).map { hit in
                let minute = Double(Int((Double(max(hit.id, -100)) / 1024).rounded(.down)))
                return RankedSearch.Hit(
                    id: hit.id, rank: log2(hit.score) + minute / halfLife, score: hit.score)
            }.sorted { ($0.rank, $0.id) > ($1.rank, $1.id) }
            for limit in [1, 5, 1000] {
                let best = try search.best(limit, of: ranked(sample), in: connection)
                #expect(best == Array(expected.prefix(limit)), "\(sample.match), \(limit)")
            }
        }
    }

    @Test func anEmptyIndexHasNothing() throws {
        let connection = try index(seed: 1, articles: 0)
        for sample in Self.samples {
            #expect(try RankedSearch().best(10, of: ranked(sample), in: connection) == [])
        }
    }

    @Test func withoutItsBlocksSizesComeFromFTS5() throws {
        let connection = try index(seed: 2)
        try connection.execute("DELETE FROM document_sizes WHERE first_id > 0")
        let best = try RankedSearch().best(50, of: ranked(Self.samples[0]), in: connection)
        #expect(best == Array(try byFTS5("ferry", in: connection).prefix(50)))
    }

    @Test func withoutTheTableOfBlocksTheSearchIsLeftToFTS5() throws {
        let connection = try index(seed: 2)
        try connection.execute("DROP TABLE document_sizes")
        #expect(try RankedSearch().best(50, of: ranked(Self.samples[0]), in: connection) == nil)
    }

    @Test func anIndexOfAnotherVersionIsLeftToFTS5() throws {
        let connection = try index(seed: 2)
        connection.allowDamage()
        try connection.execute("UPDATE article_search_config SET v = 5 WHERE k = 'version'")
        #expect(try RankedSearch().best(10, of: ranked(Self.samples[0]), in: connection) == nil)
    }

    @Test func aDatabaseWithoutAnIndexIsLeftToFTS5() throws {
        let connection = try Connection(.memory)
        #expect(try RankedSearch().best(10, of: ranked(Self.samples[0]), in: connection) == nil)
    }

    @Test(arguments: [Int64.min, .min + 1, .max - 1, .max])
    func theOutermostIDsAreNoEndlessLoop(id: Int64) throws {
        let connection = try index(seed: 11)
        try connection.execute(
            """
            INSERT INTO document VALUES (\(id), 'ferry toll', 'a lake');
            INSERT INTO article_search (rowid, headline, body) SELECT * FROM document WHERE id = \(id);
            DELETE FROM document_sizes;
            \(Self.sizes)
            """)
        for sample in Self.samples {
            var search = RankedSearch()
            _ = try search.best(20, of: ranked(sample), in: connection)
            _ = try search.each(of: ranked(sample), in: connection) { _ in true }
            search.halfLife = 100
            search.firstDated = 0
            _ = try search.best(20, of: ranked(sample), in: connection)
        }
    }

    @Test func countsThatCannotBeGiveNumbersAllTheSame() throws {
        let connection = try index(seed: 12)
        connection.allowDamage()
        // One article, of one word in each column.
        try connection.execute("UPDATE article_search_data SET block = x'010101' WHERE id = 1")
        for sample in Self.samples {
            let best = try RankedSearch().best(20, of: ranked(sample), in: connection) ?? []
            #expect(best.allSatisfy { $0.score.isFinite })
        }
        try connection.execute("UPDATE article_search_data SET block = x'010000' WHERE id = 1")
        #expect(try RankedSearch().best(20, of: ranked(Self.samples[0]), in: connection) == nil)
    }

    @Test func aSegmentThatIsListedTwiceIsLeftToFTS5() throws {
        let connection = try index(seed: 13)
        try connection.execute("INSERT INTO article_search (article_search) VALUES ('optimize')")
        connection.allowDamage()
        // Two levels' worth of the same segment: cookie, levels, segments, writes; merged, listed, and id, first, last.
        try connection.execute(
            "UPDATE article_search_data SET block = x'00000001' || x'010201' || x'0002' || x'010105010105' WHERE id = 10"
        )
        #expect(try RankedSearch().best(20, of: ranked(Self.samples[0]), in: connection) == nil)
    }

    /// Whatever its answer, it ends, and reads nothing that is not there.
    @Test(arguments: 1...40)
    func aDamagedIndexIsNoCrash(seed: UInt64) throws {
        let connection = try index(seed: 3, pageSize: seed.isMultiple(of: 2) ? 60 : 300, articles: 80)
        connection.allowDamage()
        var random = SeededGenerator(seed: seed)
        var rows = try Statement(connection, "SELECT id, block FROM article_search_data")
        let blocks = try rows.all { (id: try $0.integer(0), bytes: try $0.blob(1)) }
        for block in blocks where Int.random(in: 0..<6, using: &random) == 0 {
            var bytes = block.bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
            }
            var update = try Statement(connection, "UPDATE article_search_data SET block = ?2 WHERE id = ?1")
            try update.bind(1, block.id)
            try update.bind(2, blob: bytes)
            try update.run()
        }
        for sample in Self.samples {
            _ = try? RankedSearch().best(20, of: ranked(sample), in: connection)
            _ = try? RankedSearch().each(of: ranked(sample), in: connection) { _ in true }
            _ = try? connection.indexPages(ofWordsBeginning: "a")
        }
    }
}
