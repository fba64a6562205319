import Testing

struct TrendingTests {
    private func workspace() throws -> Workspace {
        let place = try Workspace()
        for (day, views) in [("2025-10-01", (10, 200)), ("2025-10-11", (40, 205))] {
            try place.write(
                """
                 date \(day)
                01.09.2025, 12:21 \(views.0)
                New ferry, "at last"
                Boats leave the pier.
                01.09.2025, 09:05 \(views.1)
                Bakers count their ledgers
                Nothing else has happened.

                """, to: "\(day).txt")
            #expect(try place.run("import", "\(day).txt").status == 0)
        }
        return place
    }

    private func id(_ place: Workspace, _ word: String) throws -> String {
        String(try #require(try place.search(word).first?["id"].integer))
    }

    @Test func aReaderGetsTheArticlesAndTheirGains() throws {
        let place = try workspace()
        let outcome = try place.run("trending")
        #expect(outcome.status == 0)
        #expect(
            outcome.text == """
                New ferry, "at last"
                  +30 views from 2025-10-01 to 2025-10-11, 3 a day
                  2025-09-01 12:21 · 40 views · id \(try id(place, "ferry"))

                Bakers count their ledgers
                  +5 views from 2025-10-01 to 2025-10-11, 0.5 a day
                  2025-09-01 09:05 · 205 views · id \(try id(place, "bakers"))

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test func theArticlesAsData() throws {
        let place = try workspace()
        let whole = try JSONValue(place.run("trending", "--json").output)
        #expect(whole.keys == ["results"])
        let result = try #require(whole["results"].elements.first)
        #expect(
            result.keys == [
                "from", "gain", "gain_per_day", "headline", "id", "published", "source", "to", "url", "views",
                "views_before",
            ])
        #expect(result["gain"] == 30)
        #expect(result["gain_per_day"].double == 3)
        #expect(try place.run("trending", "--jsonl", "--limit", "1").jsonLines() == [result])
        let csv = try CommaSeparated.rows(place.run("trending", "--csv").output)
        #expect(csv[0].count == 11)
        #expect(csv.map { $0[1] } == ["headline", "New ferry, \"at last\"", "Bakers count their ledgers"])
        #expect(csv.map { $0[6] } == ["gain", "30", "5"])
    }

    @Test(arguments: ["2025", "2025-10", "2025-10-07", "7.10.2025", "10.2025", "2020-02-29"])
    func datesAreThoseOfTheQueryLanguage(date: String) throws {
        let place = try workspace()
        #expect(try place.run("trending", "--jsonl", "--since", date).lines.count == 2)
    }

    @Test func nothingThatGainedIsNoError() throws {
        let place = try workspace()
        let outcome = try place.run("trending", "--since", "2025-10-11")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText == "no article was seen with more views since 2025-10-11\n")
        #expect(try JSONValue(place.run("trending", "--json", "--since", "2026").output)["results"] == [])
        #expect(try place.run("trending", "--limit", "0").errorText.isEmpty)
    }

    @Test(arguments: [
        ["trending", "--since", "yesterday"], ["trending", "--since", "31.02.2025"],
        ["trending", "--since", ""],
        ["trending", "--limit=-1"], ["trending", "ferry"], ["trending", "--bogus"],
    ])
    func wrongUsageIsStatus64(arguments: [String]) throws {
        let place = try workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.errorText.contains("Usage: news-archive trending"))
    }

    @Test func noArchiveIsStatus1() throws {
        #expect(try Workspace().run("trending").status == 1)
    }
}
