import Testing

@testable import NewsArchive

@Suite struct QueryTests {
    @Test(arguments: [
        ("ceasefire", "ceasefire"),
        ("two words", "(two AND words)"),
        ("two AND words", "(two AND words)"),
        ("\"a phrase\" more", "(\"a phrase\" AND more)"),
        ("“a phrase” more", "(\"a phrase\" AND more)"),
        ("\"left open", "\"left open\""),
        ("digital*", "digital*"),
        ("a OR b c", "(a OR (b AND c))"),
        ("(a OR b) c", "((a OR b) AND c)"),
        ("a -b", "(a AND NOT b)"),
        ("a NOT (b OR c)", "(a AND NOT (b OR c))"),
        ("--a", "a"),
        ("\"a b\"~5", "\"a b\"~5"),
        ("headline:ferry", "headline:ferry"),
        ("headline:\"ferry route\" body:toll", "(headline:\"ferry route\" AND body:toll)"),
        ("headline:(a OR b)", "(headline:a OR headline:b)"),
        ("headline:-a b", "(NOT headline:a AND b)"),
        ("since:2025-10-07", "since:2025-10-07"),
        ("since:7.10.2025 until:10.2025", "(since:2025-10-07 AND until:2025-10)"),
        ("on:2025", "(since:2025-01 AND until:2025-12)"),
        ("source:\"Town Gazette\"", "source:\"Town Gazette\""),
        (
            "views:>1,000 views:<=5 views:7 views:9..8",
            "(views:>=1001 AND views:<=5 AND views:7 AND views:8..9)"
        ),
        ("covid-19 50% C++", "(covid-19 AND 50% AND C++)"),
    ])
    func whatIsTypedHasAReading(typed: String, reading: String) {
        #expect(Query(typed).meaningful?.description == reading)
    }

    @Test(arguments: [
        ("since:foo", "\"since foo\""), ("since:31.02.2025", "\"since 31.02.2025\""),
        ("views:many", "\"views many\""),
        ("x:y", "x:y"), ("headline:", "headline:"), ("a OR", "a"), ("OR a", "a"), ("a )", "a"), ("( a", "a"),
        ("NOT", nil), ("a -", "a"), ("()", nil), ("a ()", "a"), ("\"\" a", "a"), ("\"a b\"~", "\"a b\""),
        ("views:99999999999999999999", "views:>=9223372036854775807"),
    ])
    func whatHasNoMeaningInTheLanguageIsTextOrNothing(typed: String, reading: String?) {
        #expect(Query(typed).meaningful?.description == reading)
    }

    @Test(arguments: [
        "", " ", "***", "\"", "\"\"", "()", "—", "\0", "…", "🙂", "-", "NOT NOT", "(((((", "headline:(-)",
    ])
    func aTextWithoutAWordIsNothingToSearchFor(typed: String) {
        #expect(Query(typed).meaningful == nil)
    }

    @Test func aHundredThousandParenthesesAreNoProblem() {
        #expect(Query(String(repeating: "(", count: 100_000) + "a").meaningful == .words("a"))
        #expect(Query(String(repeating: "headline:", count: 100_000) + "a").meaningful != nil)
        #expect(Query(String(repeating: "-", count: 100_000) + "a").meaningful != nil)
        #expect(Query(String(repeating: "a OR ", count: 10_000) + "a").meaningful != nil)
    }

    @Test func theReadingOfAReadingIsItself() {
        for typed in [
            "a (b OR -c) \"d e\"~3", "headline:(x y*) since:2024 -source:z", "on:3.2.2021 views:>5 NOT q",
        ] {
            let reading = Query(typed).meaningful
            #expect(Query(reading?.description ?? "").meaningful?.description == reading?.description)
        }
    }
}

@Suite struct CompiledQueryTests {
    private func compiled(_ typed: String) -> CompiledQuery? { CompiledQuery(Query(typed), sources: [:]) }

    @Test func whatTheIndexCanAnswerIsOneMatch() {
        let query = compiled("ferry -(toll OR headline:bridge) \"a b\"~4")
        #expect(
            query?.match
                == "((\"ferry\" AND NEAR(\"a\" \"b\", 4)) NOT ((\"toll\" OR {headline} : (\"bridge\"))))")
        #expect(query?.conditions == [])
    }

    @Test func aQueryThatOnlyDeniesIsACondition() {
        let query = compiled("-ferry")
        #expect(query?.match == nil)
        #expect(query?.conditions.count == 1)
    }

    @Test func datesNarrowTheIDs() {
        let query = compiled("since:2025-10-07 until:2025-10-07 ferry")
        #expect(query?.minutes.count ?? .max < 3 * 1440 + 1)
        #expect(compiled("until:2024 since:2025")?.match == nil)
    }

    @Test func quotesInATextAreDoubledAndNULsAreBlanks() {
        #expect(CompiledQuery(.words("a\"b\0c"), sources: [:])?.match == "(\"a\"\"b c\")")
    }
}

@Suite struct QueryLanguageTests {
    private func archive() async throws -> Archive {
        let archive = try Archive.inMemory()
        let gazette = """
            03.02.2025, 23:50 500
            Ferry to Harnby opens
            Boats leave every hour.
            04.02.2025, 00:10 2000
            Bridge toll rises
            The ferry stays free of any toll.
            10.03.2024
            Old bridge closes

            """
        _ = try await archive.importDump(
            Listing.dump(gazette, name: "a"), options: ImportOptions(source: "Town Gazette"))
        let other = "03.02.2025, 23:50 700\nFerry to Harnby opens\nBoats leave every hour.\n"
        _ = try await archive.importDump(
            Listing.dump(other, name: "b"), options: ImportOptions(source: "Kurýr"))
        return archive
    }

    private func headlines(_ query: String) async throws -> Set<String> {
        Set(try await archive().search(query).results.map { String($0.headline.text.prefix(5)) })
    }

    @Test(arguments: [
        ("ferry", ["Ferry", "Bridg"]),
        ("ferry -toll", ["Ferry"]),
        ("headline:ferry", ["Ferry"]),
        ("body:ferry", ["Bridg"]),
        ("bridge OR harnby", ["Ferry", "Bridg", "Old b"]),
        ("-ferry", ["Old b"]),
        ("-ferry -bridge", []),
        ("since:2025", ["Ferry", "Bridg"]),
        ("until:2024", ["Old b"]),
        ("on:3.2.2025", ["Ferry"]),
        ("on:2025-02-04", ["Bridg"]),
        ("on:2024-03", ["Old b"]),
        ("ferry on:2025-02-04", ["Bridg"]),
        ("views:>1000", ["Bridg"]),
        ("views:600..800", ["Ferry"]),
        ("-views:>1000", ["Ferry", "Old b"]),
        ("source:\"town gazette\"", ["Ferry", "Bridg", "Old b"]),
        ("source:kuryr", ["Ferry"]),
        ("source:nobody", []),
        ("(since:2025 toll) OR (until:2024 bridge)", ["Bridg", "Old b"]),
        ("\"boats hour\"~2", ["Ferry"]),
        ("\"boats hour\"~1", []),
        ("\"hour boats\"~2", ["Ferry"]),
        ("ferry NOT (views:>1000 OR toll)", ["Ferry"]),
        ("headline:(bridge closes) -since:2025", ["Old b"]),
    ])
    func aQueryFindsWhatItSays(query: String, expected: [String]) async throws {
        #expect(try await headlines(query) == Set(expected))
    }

    @Test func datesAreByTheClockOfTheStamp() async throws {
        let archive = try Archive.inMemory()
        let rule = LocalTimeRule(name: "+05:00") { _ in 300 }
        _ = try await archive.importDump(
            Listing.dump("04.02.2025, 00:10\nFerry after midnight\n"), options: ImportOptions(localTime: rule)
        )
        #expect(try await archive.ids("on:2025-02-04").count == 1)
        #expect(try await archive.ids("on:2025-02-03").isEmpty)
    }

    @Test func aQueryOfValuesIsTheSameAsATypedOne() async throws {
        let archive = try await archive()
        let typed = try await archive.search("ferry -toll since:2025").results
        let since = try #require(LocalTime(year: 2025, month: 1))
        let built = try await archive.search(.all([.words("ferry"), .not(.words("toll")), .since(since)]))
            .results
        #expect(typed == built)
        #expect(typed.count == 1)
    }

    @Test(arguments: SearchOrder.allCases)
    func pagesPutTogetherAreTheWhole(order: SearchOrder) async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(
            Listing.dump(Listing.records(53) + "03.03.2025\nThe ferry of a day\n"))
        let whole = try await archive.ids("ferry", order)
        var pages: [ArticleID] = []
        var cursor: SearchCursor?
        repeat {
            let page = try await archive.search(
                "ferry", order: order, limit: 10, after: cursor, countsAll: true)
            #expect(page.total == 54)
            pages += page.results.map(\.id)
            cursor = page.next.map(\.description).flatMap(SearchCursor.init)
        } while cursor != nil
        #expect(pages == whole)
    }

    @Test func aPageGoesOnWhereItEndedWhileArticlesArrive() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(20), name: "a"))
        let whole = try await archive.ids("the", .newest)
        let first = try await archive.search("the", order: .newest, limit: 10)
        _ = try await archive.importDump(Listing.dump("05.05.2025, 10:00\nThe latest\n", name: "b"))
        let second = try await archive.search("the", order: .newest, limit: 10, after: first.next)
        #expect(first.results.map(\.id) + second.results.map(\.id) == whole)
        #expect(second.next == nil)
    }

    @Test(arguments: [
        "", "x", "newest.zz.1", "newest.7ff0000000000000.1", "newest.0.x", "a.b.c.d", "newest..1",
    ])
    func whatIsNoCursorIsNone(text: String) {
        #expect(SearchCursor(text) == nil)
    }

    @Test func aMinuteOfThousandsIsPagedInOrder() async throws {
        let archive = try Archive.inMemory()
        let crowd = (0..<2500).map { "01.02.2025, 10:00\nFerry \($0) of the crowd\n" }.joined()
        _ = try await archive.importDump(Listing.dump(crowd + "01.02.2025, 10:01\nFerry after\n"))
        for order in [SearchOrder.newest, .oldest] {
            let whole = try await archive.ids("ferry", order, limit: 3000)
            let first = try await archive.search("ferry", order: order, limit: 1200)
            let second = try await archive.search("ferry", order: order, limit: 3000, after: first.next)
            #expect(first.results.map(\.id) + second.results.map(\.id) == whole)
        }
    }

    @Test func anExplanationSaysHowAQueryWasRead() async throws {
        let explanation = try await archive().explain(Query("ferry since:2025"))
        #expect(explanation.reading == "(ferry AND since:2025-01)")
        #expect(explanation.match == "(\"ferry\")")
        #expect(explanation.conditions.count == 1)
    }
}
