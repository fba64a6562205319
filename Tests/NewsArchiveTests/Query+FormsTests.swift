import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// Other forms of words, found when a query is compiled for an archive.
@Suite struct QueryFormsTests {
    private static let headlines = [
        "The election", "Elections are near", "A mayor is elected", "Electing a mayor", "Electricity is dear",
        "The general election", "Generals of two elections", "A happy harbour", "Happiness in the harbour",
        "The harbours", "Universities and the universe", "Covid19 again", "Electronic ferries",
    ]

    private func archive() async throws -> Archive {
        let archive = try Archive.inMemory()
        let dump = Self.headlines.enumerated().map { number, headline in
            "01.02.2025, 10:\(10 + number) 1\n\(headline)\nText \(number)\n"
        }
        _ = try await archive.importDump(Listing.dump(dump.joined()))
        return archive
    }

    private func headlines(_ query: Query, in archive: Archive) async throws -> Set<String> {
        Set(try await archive.search(query, limit: 100).results.map(\.headline.text))
    }

    @Test func otherFormsAreFoundWhereTheyAreAskedForAndOnlyThere() async throws {
        let archive = try await archive()
        let exact = try await headlines(.words("election"), in: archive)
        #expect(exact == ["The election", "The general election"])
        let forms = try await headlines(.forms(.words("Élection")), in: archive)
        #expect(forms == Set(Self.headlines.prefix(4) + Self.headlines[5...6]))
        let typed = try await headlines(Query("forms:election"), in: archive)
        #expect(typed == forms)
    }

    @Test(arguments: [
        ("forms:happy", "happy OR happiness"),
        ("forms:\"general elections\"", "\"general election\" OR \"general elections\""),
        ("forms:\"generals election\"", "\"general election\""),
        ("forms:\"harbours happy\"~1", "\"happy harbour\"~1 OR \"happiness harbour\"~1"),
        ("forms:(election -generals)", "(election OR elections OR elected OR electing) -general -generals"),
        ("forms:election -forms:elected", "zeppelin"),
        ("forms:election -elected", "election OR elections OR electing"),
        ("harbour -forms:happy", "zeppelin"), ("forms:harbour -forms:happy", "harbours"),
        ("forms:elect*", "elect*"), ("forms:happiness-harb*", "happy"),
        ("forms:happiness-in-the-harb*", "happiness"),
        ("forms:covid19", "covid19"), ("forms:zeppelin", "zeppelin"), ("forms:university", "universe"),
        ("forms:(zeppelin OR ferry)", "ferries"), ("headline:forms:ferry", "ferries"),
        ("forms:headline:ferry", "ferries"), ("body:forms:ferry", "zeppelin"),
        ("forms:(ferry since:2025)", "ferries"), ("forms:(ferry until:2024)", "zeppelin"),
        ("forms:ferry OR views:>100", "ferries"), ("NOT forms:harbour", "-harbour -harbours"),
    ])
    func formsAreFoundWhereverTheyStand(typed: String, exact: String) async throws {
        let archive = try await archive()
        let found = try await headlines(Query(typed), in: archive)
        #expect(found == (try await headlines(Query(exact), in: archive)))
        #expect(found.isEmpty == (exact == "zeppelin"))
    }

    @Test func countsTakePart() async throws {
        let archive = try await archive()
        let query = Query("forms:election")
        #expect(try await archive.search(query, countsAll: true).total == 6)
        #expect(try await archive.histogram(of: query, by: .year).map(\.count) == [6])
        #expect(try await archive.sources(of: query).map(\.count) == [6])
    }

    @Test func whatWasFoundIsMarked() async throws {
        let archive = try await archive()
        let results = try await archive.search(Query("forms:happy")).results
        var marked: Set<String> = []
        for headline in results.map(\.headline) {
            let bytes = Array(headline.text.utf8)
            for range in headline.highlights { marked.insert(String(decoding: bytes[range], as: UTF8.self)) }
        }
        #expect(marked == ["happy", "Happiness"])
    }

    @Test func theFormsAreExplained() async throws {
        let archive = try await archive()
        let explained = try await archive.explain(Query("forms:(election ferry) -toll"))
        #expect(explained.reading == "(forms:(election AND ferry) AND NOT toll)")
        #expect(explained.forms.map(\.word) == ["election", "ferry"])
        #expect(
            explained.forms.first?.forms == [
                WordCount(word: "election", articles: 2), WordCount(word: "elections", articles: 2),
                WordCount(word: "elected", articles: 1), WordCount(word: "electing", articles: 1),
            ])
        #expect(explained.forms.last?.forms.map(\.word) == ["ferries", "ferry"])
        #expect(try await archive.explain(Query("election")).forms.isEmpty)
    }

    @Test func aLongPhraseHasAsManyVariantsAsCanBeSearched() async throws {
        let archive = try await archive()
        let phrase = "elections elections elections elections elections"
        let explained = try await archive.explain(.forms(.words(phrase)))
        let match = try #require(explained.match)
        #expect(match.contains("\"\(phrase)\""))
        #expect((2...128).contains(match.split(separator: " OR ").count))
    }

    @Test(arguments: [
        "forms:a", "forms:(a AND b)", "forms:\"a b\"~3", "forms:a*", "NOT forms:a",
        "(forms:headline:a OR forms:body:b)",
    ])
    func theDescriptionIsReadAsTheSameQuery(reading: String) {
        #expect(Query(reading).meaningful?.description == reading)
    }

    @Test(arguments: [
        "forms:", "forms: a", "forms :a", "forms:)", "forms:-", "forms:\"", "forms:***", "forms:(",
    ])
    func whatIsTypedInPartIsNoError(typed: String) async throws {
        let archive = try await archive()
        _ = try await archive.search(typed)
        _ = try await archive.search(.forms(Query(typed)))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func moreIsFoundThanByTheWordsAlone(seed: UInt64) async throws {
        let archive = try await archive()
        let pieces = [
            "elect", "election", "elected", " ", " ", "general", "happy", "harbours", "-", "mayor", "19",
        ]
        var random = PiecedQueries(pieces: pieces, random: SeededGenerator(seed: seed))
        for _ in 0..<60 {
            // What is denied grows as well, and what is found shrinks with it.
            let leaves = [random.leaf(), random.near(), random.leaf()]
            for query in [Query.any(leaves), Query.all(Array(leaves.prefix(2))), leaves[1]] {
                let exact = try await headlines(query, in: archive)
                let forms = try await headlines(.forms(query), in: archive)
                #expect(forms.isSuperset(of: exact), "\(query)")
            }
        }
    }

    @Test func aQueryThatIsTooLargeIsRefusedPlainly() async throws {
        let archive = try await archive()
        var deep = Query.words("ferry")
        for _ in 0..<100 { deep = .forms(deep) }
        let wide = Query.forms(.any((0..<20_000).map { _ in .words("electing elections") }))
        for query in [deep, wide] {
            await #expect(throws: ArchiveError.self) { try await archive.search(query) }
        }
        await #expect(throws: ArchiveError.self) { try await archive.suggestions(for: deep) }
    }
}
