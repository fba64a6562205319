import Testing

struct RelatedTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 310
        New ferry to Farholt
        Boats leave the pier, "twice" a day.
        08.10.2025, 09:05 20
        Farholt gets a ferry, at last
        Two boats were bought.
        07.10.2025, 10:00 30
        Bakers count their ledgers
        Nothing else has happened.
        06.10.2025, 10:00 30
        A bridge is closed
        The bridge is old.

        """

    private func id(_ place: Workspace, _ word: String = "pier") throws -> String {
        String(try #require(try place.search(word).first?["id"].integer))
    }

    @Test func aReaderGetsTheArticlesAndWhatTheyShare() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("related", id(place))
        #expect(outcome.status == 0)
        #expect(
            outcome.text == """
                Farholt gets a ferry, at last
                  2025-10-08 09:05 · 20 views · id \(try id(place, "gets"))
                  Two boats were bought.
                  shares ferry, farholt, boats

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test func theArticlesAsData() throws {
        let place = try Workspace(importing: dump)
        let whole = try JSONValue(place.run("related", "--json", id(place)).output)
        #expect(whole.keys == ["id", "results"])
        #expect(whole["id"].integer.map(String.init) == (try id(place)))
        let result = try #require(whole["results"].elements.first)
        #expect(
            result.keys == [
                "headline", "id", "published", "score", "shared", "snippet", "source", "url", "views",
            ])
        #expect(result["shared"] == ["ferry", "farholt", "boats"])
        let lines = try place.run("related", "--jsonl", id(place)).lines
        #expect(lines.count == 1)
        let csv = try place.run("related", "--csv", id(place)).text
        #expect(csv.hasPrefix("id,headline,published,views,source,url,snippet,score,shared\r\n"))
        #expect(csv.hasSuffix(",ferry farholt boats\r\n"))
    }

    @Test func noMoreAreShownThanAskedFor() throws {
        let place = try Workspace(importing: dump)
        #expect(try place.run("related", "--limit", "0", "--jsonl", id(place)).output.isEmpty)
    }

    @Test func anArticleWithNothingInCommonHasNone() throws {
        let place = try Workspace(importing: dump)
        let id = try id(place, "bakers")
        let outcome = try place.run("related", id)
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText == "no other article shares a rare word with \(id)\n")
        #expect(try JSONValue(place.run("related", "--json", id).output)["results"] == [])
    }

    @Test(arguments: ["5", "-5", "9223372036854775807"])
    func anUnknownIdIsStatus1(id: String) throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("related", id)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText == "news-archive: there is no article \(id); ids are printed by search\n")
    }

    @Test(arguments: [
        ["related"], ["related", "ferry"], ["related", "1", "2"], ["related", "--bogus", "5"],
        ["related", "--limit=-1", "5"],
    ])
    func wrongUsageIsStatus64(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.errorText.contains("Usage: news-archive related"))
    }
}
