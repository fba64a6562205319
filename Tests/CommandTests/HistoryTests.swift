import Testing

struct HistoryTests {
    private func dump(_ day: String, views: Int, _ headline: String, _ text: String) -> String {
        " date \(day)\n09.10.2025, 12:21 \(views)\n\(headline)\n\(text)\n"
    }

    private func workspace() throws -> Workspace {
        let place = try Workspace(
            importing: dump("2025-10-10", views: 310, "New ferry to Farholt", "Two boats leave the pier."))
        try place.write(
            dump("2025-10-12", views: 620, "New Ferry to Farholt", "Three boats leave the old pier."),
            to: "later.txt")
        #expect(try place.run("import", "later.txt").status == 0)
        return place
    }

    private func id(_ place: Workspace) throws -> String {
        String(try #require(try place.search("farholt").first?["id"].integer))
    }

    @Test func aReaderGetsTheChangesWordByWordAndAPlot() throws {
        let place = try workspace()
        let outcome = try place.run("history", id(place))
        #expect(outcome.status == 0)
        #expect(
            outcome.text.hasPrefix(
                """
                New Ferry to Farholt
                2025-10-09 12:21 · 620 views · id \(try id(place))

                Wording 1 · 2025-10-10 · shown once
                  New ferry to Farholt
                  Two boats leave the pier.

                Wording 2 · 2025-10-12 · shown once
                  New [-ferry-] {+Ferry+} to Farholt
                  [-Two-] {+Three+} boats leave the {+old+} pier.

                Views
                  620 ┤
                """))
        #expect(outcome.lines.last?.contains("2025-10-10 · 310") == true)
        #expect(outcome.lines.last?.hasSuffix("2025-10-12 · 620 (+310)") == true)
        #expect(outcome.lines.allSatisfy { $0.count <= 80 })
        #expect(outcome.errorText.isEmpty)
    }

    @Test func theHistoryAsDataHasItsKeysAndNoOthers() throws {
        let place = try workspace()
        let history = try JSONValue(place.run("history", "--json", id(place)).output)
        #expect(history.keys == ["curves", "headline", "id", "published", "source", "steps", "url", "views"])
        #expect(history["id"].integer.map(String.init) == (try id(place)))
        let steps = history["steps"].elements
        try #require(steps.count == 2)
        #expect(
            steps[1].keys == [
                "body", "body_changes", "credit", "first_seen", "headline", "headline_changes", "last_seen",
                "previous", "revision", "sightings", "times_shown",
            ])
        #expect(steps[0]["body_changes"] == nil)
        #expect(steps[0]["revision"] == 0)
        #expect(steps[1]["previous"] == 0)
        #expect(
            steps[1]["headline_changes"].elements.map { $0["kind"] } == ["kept", "removed", "added", "kept"])
        #expect(
            steps[1]["headline_changes"].elements.map { $0["text"] } == [
                "New ", "ferry", "Ferry", " to Farholt",
            ])
        #expect(steps[1]["sightings"].elements.first?.keys == ["dump", "position", "seen", "source"])
        let curves = """
            [{"source": null, "points": [
              {"seen": "2025-10-10", "views": 310, "gain": null, "dump": "dump.txt"},
              {"seen": "2025-10-12", "views": 620, "gain": 310, "dump": "later.txt"}]}]
            """
        #expect(try history["curves"] == JSONValue(curves))
    }

    @Test func noControlCharacterReachesTheReader() throws {
        let place = try Workspace(
            importing: dump("2025-10-10", views: 1, "New ferry \(Controls.text)", "Boats."))
        try place.write(
            dump("2025-10-11", views: 2, "New ferry x\(Controls.text)", "Boats \(Controls.text)."),
            to: "later.txt")
        #expect(try place.run("import", "--identity", "automatic", "later.txt").status == 0)
        for article in try place.search("ferry") {
            let id = String(try #require(article["id"].integer))
            for arguments in [["history", id], ["history", "--json", id]] {
                let outcome = try Command(arguments, in: place.url).outcome()
                #expect(outcome.status == 0)
                #expect(Controls.found(in: outcome.output).isEmpty)
            }
        }
    }

    @Test func aFormerIdLeadsToTheArticle() throws {
        let place = try Workspace(importing: " date 2025-10-10 New ferry to Farholt\n")
        let former = try id(place)
        try place.write(dump("2025-10-11", views: 5, "New ferry to Farholt", "Boats leave."), to: "later.txt")
        #expect(try place.run("import", "later.txt").status == 0)
        #expect(try id(place) != former)
        #expect(try place.run("history", former).text == place.run("history", id(place)).text)
    }

    @Test(arguments: ["5", "-5", "9223372036854775807", "-9223372036854775808"])
    func anUnknownIdIsStatus1(id: String) throws {
        let place = try workspace()
        let outcome = try place.run("history", id)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText == "news-archive: there is no article \(id); ids are printed by search\n")
    }

    @Test(arguments: [
        ["history"], ["history", "ferry"], ["history", "1", "2"], ["history", "--bogus", "5"],
    ])
    func wrongUsageIsStatus64(arguments: [String]) throws {
        let place = try workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.errorText.contains("Usage: news-archive history"))
    }
}
