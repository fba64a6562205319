import Testing

@testable import NewsArchive

@Suite struct SpellingCheckTests {
    private func archive(_ headlines: [String]) async throws -> Archive {
        let archive = try Archive.inMemory()
        let dump = headlines.enumerated().map { number, headline in
            "01.02.2025, 10:\(10 + number) 1\n\(headline) \(number)\nNothing more\n"
        }
        _ = try await archive.importDump(Listing.dump(dump.joined()))
        return archive
    }

    private func archive() async throws -> Archive {
        try await archive([
            "The election", "An election again", "An electron", "Elections", "Ferry toll", "Ferry tall",
            "Tall ferry",
            "Péter Szijjártó", "Паром идёт", "Harbour mall", "Covid19 and 2024", "It is so",
        ])
    }

    private func nearest(_ typed: String, in archive: Archive) async throws -> [String] {
        try await archive.suggestions(for: Query(typed)).map { suggestion in
            "\(suggestion.word): "
                + suggestion.nearest.map { "\($0.word) \($0.articles)" }.joined(separator: ", ")
        }
    }

    @Test(arguments: [
        ("electon", ["electon: election 2, electron 1, elections 1"]),
        ("ELECTON", ["electon: election 2, electron 1, elections 1"]),
        ("elcetion", ["elcetion: election 2, elections 1, electron 1"]), ("fery", ["fery: ferry 3"]),
        ("freyr", ["freyr: ferry 3"]), ("szijarto", ["szijarto: szijjarto 1"]), ("Szíjjárto peter", []),
        ("пором", ["пором: паром 1"]), ("tlal", ["tlal: tall 2"]), ("ball", ["ball: tall 2, mall 1"]),
        ("toll", []), ("ferry election", []), ("it us an", []), ("xy", []), ("zeppelin", []), ("2025", []),
        ("covid29", []), ("***", []), ("", []), ("electon*", []), ("-electon", []), ("ferry NOT electon", []),
        ("fery electon", ["fery: ferry 3", "electon: election 2, electron 1, elections 1"]),
        ("fery fery \"fery toll\"~3", ["fery: ferry 3"]), ("fery OR election", ["fery: ferry 3"]),
        ("headline:(fery since:2020)", ["fery: ferry 3"]), ("fery-tol*", ["fery: ferry 3"]),
        ("forms:electons", ["electons: elections 1, election 2, electron 1"]), ("forms:ferries", []),
        ("北京市", []), ("fery2", []),
    ])
    func theNearestWordsAreSuggested(typed: String, expected: [String]) async throws {
        let archive = try await archive()
        let found = try await nearest(typed, in: archive)
        #expect(found == expected)
    }

    @Test func theSameFirstLetterComesFirstAndThenMostArticles() async throws {
        let archive = try await archive(["ronts", "ronts", "fronts", "pronts", "pronts", "prints"])
        #expect(
            try await nearest("pront", in: archive) == ["pront: pronts 2, prints 1, ronts 2"])
        #expect(try await nearest("ront", in: archive) == ["ront: ronts 2"])
    }

    @Test func aWordIsAsFarAwayAsItsLengthAllows() async throws {
        let archive = try await archive(["bridge", "tolls"])
        #expect(try await nearest("brdg", in: archive).isEmpty)
        #expect(try await nearest("brige", in: archive) == ["brige: bridge 1"])
        #expect(try await nearest("bidgs", in: archive) == ["bidgs: bridge 1"])
        #expect(try await nearest("tol", in: archive).isEmpty)
        #expect(try await nearest("toll", in: archive) == ["toll: tolls 1"])
    }

    @Test(arguments: [
        ("electon", "election"), ("fery OR \"the electon\"~2", "(ferry OR \"the election\"~2)"),
        ("Fery -electon", "(ferry AND NOT electon)"), ("\"Péter Szijarto\"", "\"Péter szijjarto\""),
        ("forms:headline:electon", "forms:headline:election"), ("ferry", "ferry"),
        ("fery-electo*", "ferry-electo*"),
        ("body:electon since:2025", "(body:election AND since:2025-01)"),
    ])
    func aQueryIsCorrectedByTheNearest(typed: String, corrected: String) async throws {
        let archive = try await archive()
        let query = Query(typed)
        let suggestions = try await archive.suggestions(for: query)
        #expect(query.corrected(by: suggestions).description == corrected)
    }
}
