import Testing

struct SearchTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 310
        Harbour council meets
        The ferry to Farholt is late, and “the “old pier” is closed.
        08.10.2025, 09:05 14206
        Ferry crews ask for more
        A ferry needs a crew, and a crew needs a rest.
        07.10.2025, 18:23 7000
        Bakers, “guilds” and, "ledgers"
        Nobody took the ferry on Friday; nobody asked why the pier was closed.

        """

    private func headlines(_ arguments: [String]) throws -> [String?] {
        let place = try Workspace(importing: dump)
        let outcome = try Command(["search", "--json"] + arguments, in: place.url).outcome()
        #expect(outcome.status == 0)
        return try JSONValue(outcome.output)["results"].elements.map { $0["headline"].string }
    }

    @Test func aReaderGetsHeadlineFactsAndSnippet() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("search", "crews")
        let id = try #require(try place.search("crews").first?["id"].integer)
        #expect(outcome.status == 0)
        #expect(
            outcome.text == """
                Ferry crews ask for more
                  2025-10-08 09:05 · 14206 views · id \(id)
                  A ferry needs a crew, and a crew needs a rest.

                """)
        #expect(outcome.errors.isEmpty)
    }

    @Test(arguments: [
        (
            "newest",
            ["Harbour council meets", "Ferry crews ask for more", "Bakers, “guilds” and, \"ledgers\""]
        ),
        (
            "oldest",
            ["Bakers, “guilds” and, \"ledgers\"", "Ferry crews ask for more", "Harbour council meets"]
        ),
        (
            "views",
            ["Ferry crews ask for more", "Bakers, “guilds” and, \"ledgers\"", "Harbour council meets"]
        ),
    ])
    func resultsComeInTheOrderThatIsAskedFor(order: String, expected: [String]) throws {
        #expect(try headlines(["--sort", order, "ferry"]) == expected)
    }

    @Test(arguments: [["ferry"], ["--sort", "relevance", "ferry"]])
    func theBestMatchIsFirstByItself(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(["search", "--json"] + arguments, in: place.url).outcome()
        let results = try JSONValue(outcome.output)["results"].elements
        let scores = results.compactMap { $0["score"].double }
        #expect(results.first?["headline"] == "Ferry crews ask for more")
        #expect(scores == scores.sorted(by: >))
        #expect(scores.count == 3)
    }

    @Test func byRecentRelevanceWhatIsNewIsFirst() throws {
        let newest = [
            "Harbour council meets", "Ferry crews ask for more", "Bakers, “guilds” and, \"ledgers\"",
        ]
        let sort = ["--sort", "recent-relevance", "--half-life"]
        #expect(try headlines(sort + ["1d", "friday OR late OR needs"])[0] == newest[0])
        #expect(try headlines(sort + ["0.01", "ferry"]) == newest)
        #expect(try headlines(sort + ["500y", "--timeout", "1e300", "ferry"])[0] == newest[1])
        #expect(try headlines(sort + ["2w", "--timeout", "0", "ferry"])[0] == newest[1])
    }

    @Test(arguments: [("0", 0), ("1", 1), ("2", 2), ("20", 3), ("9223372036854775807", 3)])
    func noMoreArticlesAreShownThanAskedFor(limit: String, count: Int) throws {
        #expect(try headlines(["--limit", limit, "ferry"]).count == count)
    }

    @Test(arguments: [
        ["search"], ["search", "--limit", "-1", "ferry"], ["search", "--limit=-1", "ferry"],
        ["search", "--limit", "many", "ferry"], ["search", "--limit", "9223372036854775808", "ferry"],
        ["search", "--sort", "random", "ferry"], ["search", "--json", "--csv", "ferry"],
        ["search", "--bogus", "ferry"], ["search", "ferry", "--bogus"],
        ["search", "--after", "nowhere", "ferry"], ["search", "--timeout=-1", "ferry"],
        ["search", "--timeout", "nan", "ferry"], ["search", "--half-life", "0d", "ferry"],
        ["search", "--half-life", "old", "ferry"], ["search", "--half-life", "", "ferry"],
    ])
    func wrongUsageIsStatus64(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains("Usage: news-archive search"))
    }

    @Test func aPhraseIsOneArgument() throws {
        #expect(try headlines(["\"pier was closed\""]).count == 1)
        #expect(try headlines(["\"closed was pier\""]).isEmpty)
    }

    @Test func severalArgumentsAreSeveralWords() throws {
        #expect(try headlines(["closed", "pier"]).count == 2)
        #expect(try headlines(["closed", "friday"]) == ["Bakers, “guilds” and, \"ledgers\""])
        #expect(try headlines(["closed", "zeppelin"]).isEmpty)
    }

    @Test(arguments: [["ferry", "-pier"], ["-pier", "ferry"], ["ferry -pier"], ["-pier ferry"]])
    func aWordBehindADashIsDenied(arguments: [String]) throws {
        #expect(try headlines(arguments) == ["Ferry crews ask for more"])
    }

    @Test(arguments: [["ferry", "-harbour"], ["ferry", "-helmet"], ["-h0 ferry"], ["ferry", "-hot"]])
    func aDeniedWordIsNoRequestForHelp(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(["search"] + arguments, in: place.url).outcome()
        #expect(outcome.status == 0)
        #expect(!outcome.text.contains("USAGE"))
    }

    @Test(arguments: [
        ["--", "ferry", "-pier"], ["ferry", "--", "-pier"], ["--", "--csv", "ferry"], ["--", "-"],
    ])
    func whatComesAfterTwoDashesIsTheQuery(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(["search", "--jsonl"] + arguments, in: place.url).outcome()
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == (arguments.contains("-pier") ? 1 : 0))
    }

    @Test func pagesFollowEachOther() throws {
        let place = try Workspace(importing: dump)
        let first = try JSONValue(
            place.run("search", "--json", "--sort", "newest", "--limit", "2", "ferry").output)
        let next = try #require(first["next"].string)
        let second = try JSONValue(
            place.run("search", "--json", "--sort", "newest", "--after", next, "ferry").output)
        #expect(first["results"].elements.count == 2)
        #expect(
            second["results"].elements.map { $0["headline"] } == ["Bakers, “guilds” and, \"ledgers\""])
        #expect(second["next"] == nil)
    }

    @Test func allArticlesAreCountedWhenThatIsAskedFor() throws {
        let place = try Workspace(importing: dump)
        let found = try JSONValue(
            place.run("search", "--json", "--count", "--limit", "1", "ferry").output)
        #expect(found["total"] == 3)
        let text = try place.run("search", "--count", "--limit", "1", "ferry")
        #expect(text.errorText == "3 articles in all\n")
    }

    @Test func aQueryIsExplainedWithoutControlCharacters() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("search", "--explain", "ferry -pier \(Controls.text)")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("read as     (ferry AND NOT pier AND "))
        #expect(Controls.found(in: outcome.output + outcome.errors).isEmpty)
    }

    @Test(arguments: [
        "\"", "ferry\"", "*", "fer*", "AND", "ferry OR", "NEAR(ferry, 2)", "headline:ferry", "(", "^ferry",
        "ferry'", ";--", "a\"b\"c\"", "“ferry", "\u{1B}[31mferry", "ferry\u{301}", "{ferry}", "+", "\\",
    ])
    func nothingThatIsTypedIsAnError(query: String) throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("search", query)
        #expect(outcome.status == 0)
        #expect(!outcome.errorText.contains("news-archive:"))
        #expect(Controls.found(in: outcome.errors + outcome.output).isEmpty)
    }

    @Test(arguments: ["ferry\"\u{301}pier", "\"\u{200D}ferry", "a\"\u{20DD}b\"c"])
    func aQuoteWithAMarkOnItIsNoErrorEither(query: String) throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("search", query)
        #expect(outcome.status == 0)
    }

    @Test(arguments: ["--text", "--json", "--jsonl", "--csv"], [["zeppelin"], ["***"], [""]])
    func nothingFoundIsNoError(format: String, query: [String]) throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(["search", format] + query, in: place.url).outcome()
        #expect(outcome.status == 0)
    }

    @Test(arguments: [
        ("zeppelin", "nothing found for zeppelin\n"),
        ("***", "nothing to search for: there is no word in ***\n"),
        ("\u{1B}[31m zeppelin", "nothing found for \u{241B}[31m zeppelin\n"),
    ])
    func aReaderIsToldThatNothingWasFound(query: String, message: String) throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("search", query)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText == message)
    }

    @Test func otherFormsAreFoundWhenTheyAreAskedFor() throws {
        #expect(try headlines(["ferries"]).isEmpty)
        #expect(try headlines(["--forms", "ferries"]).count == 3)
        #expect(try headlines(["forms:ferries", "-pier"]) == headlines(["ferry", "-pier"]))
    }

    @Test func formsAreCountedAndExplained() throws {
        let place = try Workspace(importing: dump)
        let counted = try JSONValue(place.run("search", "--json", "--count", "--forms", "ferries").output)
        #expect(counted["total"] == 3)
        #expect(counted["query"] == "forms:ferries")
        #expect(try place.run("search", "--histogram", "year", "--forms", "ferries").text.contains("  3  "))
        #expect(try place.run("search", "--facet", "source", "--forms", "ferries").text.contains("  3  "))
        let explained = try place.run("search", "--explain", "--forms", "ferries").text
        #expect(explained.contains("read as     forms:ferries\n"))
        #expect(explained.contains("\nforms       ferries: ferry (3), ferries (0)\n"))
    }

    @Test func aReaderIsToldTheNearestOfAnUnknownWord() throws {
        let place = try Workspace(importing: dump)
        let nothing = try place.run("search", "fery")
        #expect(nothing.status == 0)
        #expect(nothing.output.isEmpty)
        #expect(nothing.errorText == "nothing found for fery\ndid you mean: ferry (3 articles)?\n")
        let something = try place.run("search", "fery", "OR", "ferry")
        #expect(!something.output.isEmpty)
        #expect(something.errorText == "did you mean: ferry (3 articles)?\n")
        #expect(try place.run("search", "ferry").errorText.isEmpty)
        #expect(try place.run("search", "ferry", "-fery").errorText.isEmpty)
        #expect(try place.run("search", "--csv", "fery").errorText.isEmpty)
    }

    @Test func suggestionsAreInTheObject() throws {
        let place = try Workspace(importing: dump)
        let found = try JSONValue(place.run("search", "--json", "fery").output)
        let suggestion = try #require(found["suggestions"].elements.first)
        #expect(suggestion["word"] == "fery")
        let nearest = try #require(suggestion["nearest"].elements.first)
        #expect(nearest["word"] == "ferry")
        #expect(nearest["articles"] == 3)
        #expect(try JSONValue(place.run("search", "--json", "ferry").output)["suggestions"] == [])
    }
}

struct SearchFormatTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 310
        Köln «hafen» council, "meets"
        Über den “Bögen” fährt the Ferry; a ferry — обычный паром — is late.
        08.10.2025, 09:05
        Ferry crews ask for more
        A crew needs a rest.

        """

    @Test func theWholeIsOneObject() throws {
        let place = try Workspace(importing: dump)
        let found = try JSONValue(place.run("search", "--json", "ferry", "crew*").output)
        #expect(found.keys == ["next", "query", "results", "suggestions", "total"])
        #expect(found["query"] == "ferry crew*")
        #expect([found["next"], found["total"]] == [nil, nil])
        #expect(found["results"].elements.count == 1)
    }

    @Test(arguments: ["--json", "--jsonl"])
    func anArticleHasItsKeysAndNoOthers(format: String) throws {
        let place = try Workspace(importing: dump)
        let found = try JSONValue(place.run("search", format, "crews").output)
        let result = format == "--json" ? found["results"].elements.first ?? nil : found
        #expect(
            result.keys == ["headline", "id", "published", "score", "snippet", "source", "url", "views"])
        #expect(result["snippet"].keys == ["end", "highlights", "start", "text"])
        #expect(result["headline"] == "Ferry crews ask for more")
        #expect(result["published"] == "2025-10-08T09:05:00Z")
        #expect([result["views"], result["source"], result["url"]] == [nil, nil, nil])
        #expect(result["snippet"]["text"] == "A crew needs a rest.")
        #expect([result["snippet"]["start"], result["snippet"]["end"]] == [0, 20])
        #expect(result["id"].integer != nil && result["score"].double != nil)
    }

    @Test func nothingFoundIsAnEmptyList() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("search", "--json", "zeppelin")
        #expect(try JSONValue(outcome.output)["results"] == [])
        #expect(try place.run("search", "--jsonl", "zeppelin").output.isEmpty)
    }

    @Test func linesAreTheResultsOfTheWhole() throws {
        let place = try Workspace(importing: dump)
        let whole = try JSONValue(place.run("search", "--json", "ferry").output)
        #expect(try place.run("search", "--jsonl", "ferry").jsonLines() == whole["results"].elements)
    }

    @Test(arguments: [
        ("ferry", ["Ferry", "ferry"]), ("паром", ["паром"]), ("UBER bogen", ["Über", "Bögen"]),
    ])
    func highlightsAreByteRangesOfWhatWasSearched(query: String, words: [String]) throws {
        let place = try Workspace(importing: dump)
        let results = try place.search(query)
        let snippet = try #require(results.first { $0["headline"] != "Ferry crews ask for more" })["snippet"]
        let bytes = try #require(snippet["text"].string).utf8.map(\.self)
        let marked = snippet["highlights"].elements.map { range in
            let bounds = range.elements.compactMap(\.integer).map(Int.init)
            return String(decoding: bytes[bounds[0]..<bounds[1]], as: UTF8.self)
        }
        #expect(marked == words)
    }

    @Test func commaSeparatedValuesAreRead() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("search", "--csv", "--sort", "newest", "ferry")
        let rows = try CommaSeparated.rows(outcome.output)
        let ids = try place.run("search", "--jsonl", "--sort", "newest", "ferry").jsonLines().compactMap {
            $0["id"].integer
        }
        #expect(rows.first == ["id", "headline", "published", "views", "source", "url", "snippet", "score"])
        #expect(rows.allSatisfy { $0.count == 8 })
        #expect(rows.dropFirst().compactMap(\.first) == ids.map(String.init))
        #expect(
            rows[1].prefix(4).dropFirst() == [
                "Köln «hafen» council, \"meets\"", "2025-10-09T12:21:00Z", "310",
            ])
        #expect(rows[2].prefix(6).suffix(3) == ["", "", ""])
    }

    @Test func commaSeparatedLinesEndAsTheyShould() throws {
        let place = try Workspace(importing: dump)
        let text = try place.run("search", "--csv", "ferry").text
        #expect(text.hasSuffix("\r\n"))
        #expect(text.replacing("\r\n", with: "").utf8.allSatisfy { $0 != 0x0D && $0 != 0x0A })
    }
}
