import Testing

struct ShowTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Photo | Harbour office
        Boats leave every two hours from the old pier.
        Tickets cost four crowns.

        """

    private func id(_ place: Workspace) throws -> String {
        let id = try #require(try place.search("farholt").first?["id"].integer)
        return String(id)
    }

    @Test func aReaderGetsTheWholeArticle() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("show", id(place))
        #expect(outcome.status == 0)
        #expect(
            outcome.text == """
                New ferry to Farholt
                2025-10-09 12:21 · 14206 views · id \(try id(place))
                Photo | Harbour office

                Boats leave every two hours from the old pier.
                Tickets cost four crowns.

                1 sighting
                  2025-10-10 · 14206 views · dump.txt, record 0 · new

                """)
    }

    @Test func theArticleAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace(importing: dump)
        let article = try JSONValue(place.run("show", "--json", id(place)).output)
        #expect(
            article.keys == [
                "author", "body", "categories", "credit", "enclosures", "guid", "headline", "id", "language",
                "origin", "published", "revisions", "sightings", "source", "summary", "url", "views",
            ])
        #expect(article["id"].integer.map(String.init) == (try id(place)))
        #expect(
            article["body"] == "Boats leave every two hours from the old pier.\nTickets cost four crowns.")
        #expect(article["credit"] == "Photo | Harbour office")
        #expect(article["published"] == "2025-10-09T12:21:00Z")
        #expect(article["origin"] == "stated")
        #expect([article["source"], article["url"], article["revisions"]] == [nil, nil, []])
    }

    @Test func aSightingAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace(importing: dump)
        let sightings = try JSONValue(place.run("show", "--json", id(place)).output)["sightings"].elements
        let sighting = try #require(sightings.first)
        #expect(sightings.count == 1)
        #expect(
            sighting.keys == [
                "agreement", "dump", "from_the_future", "guid", "other", "position", "published", "revision",
                "rule", "seen", "source", "unreadable_time", "updated", "url", "views",
            ])
        #expect(sighting["dump"] == "dump.txt")
        #expect([sighting["position"], sighting["views"]] == [0, 14206])
        #expect(sighting["seen"] == "2025-10-10")
        #expect(sighting["rule"] == "new")
        #expect(sighting["published"] == "2025-10-09T12:21:00Z")
        #expect([sighting["agreement"], sighting["other"]] == [nil, nil])
    }

    @Test func anEarlierWordingIsShown() throws {
        let place = try Workspace(importing: dump)
        let later = dump.replacing("2025-10-10", with: "2025-10-12").replacing("four", with: "five")
        try place.write(later, to: "later.txt")
        _ = try place.run("import", "later.txt")
        let article = try JSONValue(place.run("show", "--json", id(place)).output)
        let revision = try #require(article["revisions"].elements.first)
        #expect(article["revisions"].elements.count == 1)
        #expect(revision.keys == ["body", "credit", "first_seen", "headline", "last_seen"])
        #expect(revision["body"].string?.hasSuffix("four crowns.") == true)
        #expect([revision["first_seen"], revision["last_seen"]] == ["2025-10-10", "2025-10-10"])
        let text = try place.run("show", id(place)).text
        #expect(text.contains("2 sightings\n"))
        #expect(text.contains("Tickets cost five crowns."))
        #expect(text.contains("Wording 1 · seen 2025-10-10\n"))
        #expect(text.hasSuffix("Tickets cost four crowns.\n"))
    }

    @Test(arguments: ["5", "-5", "0", "9223372036854775807", "-9223372036854775808"])
    func anUnknownIdIsStatus1(id: String) throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("show", id)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errorText
                == "news-archive: there is no article \(id); ids are printed by search\n")
    }

    @Test(arguments: [
        ["show"], ["show", "ferry"], ["show", "1", "2"], ["show", ""], ["show", "1.5"], ["show", "--bogus"],
        ["show", "--bogus", "5"], ["show", "9223372036854775808"], ["show", " 5"], ["show", "-"],
    ])
    func whatIsNoIdIsWrongUsage(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains("Usage: news-archive show"))
    }

    @Test func theIdOfAnArticleBefore1970IsNegative() throws {
        let place = try Workspace(
            importing: "05.11.1969, 10:00 5\nNew ferry to Farholt\nIt was built in Norvik.\n")
        let id = try id(place)
        #expect(id.hasPrefix("-"))
        #expect(try place.run("show", id).text.hasPrefix("New ferry to Farholt\n1969-11-05 10:00 · "))
        for arguments in [["--json", id], [id, "--json"], ["--archive", "news.sqlite", "--json", id]] {
            let outcome = try Command(["show"] + arguments, in: place.url).outcome()
            #expect(outcome.status == 0)
            #expect(try JSONValue(outcome.output)["id"].integer.map(String.init) == id)
        }
    }

    @Test func aNegativeIdMayComeAfterTwoDashes() throws {
        let place = try Workspace(
            importing: "05.11.1969, 10:00 5\nNew ferry to Farholt\nIt was built in Norvik.\n")
        let outcome = try place.run("show", "--", id(place))
        #expect(outcome.status == 0)
    }

    @Test func aHeadlineOfTheDumpIsDatedByIt() throws {
        let place = try Workspace(importing: "date 2025-10-10 New ferry to Farholt\n")
        let article = try JSONValue(place.run("show", "--json", id(place)).output)
        #expect(article["published"] == "2025-10-10")
        #expect(article["origin"] == "dump")
        #expect(article["body"] == "")
        #expect(try place.run("show", id(place)).text.contains("2025-10-10 (the dump's date) · id "))
    }
}
