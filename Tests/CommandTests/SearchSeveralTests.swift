import Testing

/// `search` over several archives at once.
struct SearchSeveralTests {
    private let both = ["--archive", "a.sqlite", "--archive", "b.sqlite"]

    private func place() throws -> Workspace {
        let place = try Workspace()
        try place.write(
            "09.10.2025, 12:21 310\nNew ferry to Farholt\nBoats leave.\n07.10.2025, 10:00 7\nThe ferry is late\nBy an hour.\n",
            to: "a.txt")
        try place.write("08.10.2025, 09:05 14206\nFerry crews ask for more\nA rest.\n", to: "b.txt")
        #expect(try place.run("import", "--archive", "a.sqlite", "a.txt").status == 0)
        #expect(try place.run("import", "--archive", "b.sqlite", "--source", "gazette", "b.txt").status == 0)
        return place
    }

    private func search(_ arguments: [String], in place: Workspace) throws -> Command.Outcome {
        try Command(["search"] + both + arguments, in: place.url).outcome()
    }

    @Test func aReaderIsToldWhichArchiveAnArticleIsFrom() throws {
        let lines = try search(["--sort", "newest", "ferry"], in: place()).lines
        #expect(
            lines.filter { !$0.hasPrefix(" ") } == [
                "New ferry to Farholt", "Ferry crews ask for more", "The ferry is late",
            ])
        let facts = lines.filter { $0.contains(" · id ") }
        #expect(facts.map { $0.split(separator: " ").last } == ["a.sqlite", "b.sqlite", "a.sqlite"])
    }

    @Test func theArchiveIsAMemberOfTheDataWhenThereAreSeveral() throws {
        let place = try place()
        let found = try JSONValue(search(["--json", "--sort", "newest", "ferry"], in: place).output)
        #expect(found["results"].elements.map { $0["archive"] } == ["a.sqlite", "b.sqlite", "a.sqlite"])
        let lines = try search(["--jsonl", "--sort", "oldest", "ferry"], in: place).jsonLines()
        #expect(lines.map { $0["archive"] } == ["a.sqlite", "b.sqlite", "a.sqlite"])
        let rows = try CommaSeparated.rows(search(["--csv", "--sort", "views", "ferry"], in: place).output)
        #expect(rows.map(\.last) == ["archive", "b.sqlite", "a.sqlite", "a.sqlite"])
        let one = try place.run("search", "--archive", "a.sqlite", "--json", "ferry")
        #expect(!one.text.contains("a.sqlite"))
    }

    @Test func pagesFollowEachOther() throws {
        let place = try place()
        var headlines: [String?] = []
        var after: [String] = []
        for _ in 0..<3 {
            let arguments = ["--json", "--sort", "newest", "--limit", "1"] + after + ["ferry"]
            let page = try JSONValue(search(arguments, in: place).output)
            headlines += page["results"].elements.map { $0["headline"].string }
            after = page["next"].string.map { ["--after", $0] } ?? []
        }
        #expect(headlines == ["New ferry to Farholt", "Ferry crews ask for more", "The ferry is late"])
        #expect(after.isEmpty)
    }

    @Test func countsAreThoseOfAllTogether() throws {
        let place = try place()
        let counted = try JSONValue(search(["--json", "--count", "--limit", "1", "ferry"], in: place).output)
        #expect(counted["total"] == 3)
        #expect(counted["results"].elements.count == 1)
        let months = try JSONValue(search(["--json", "--histogram", "month", "ferry"], in: place).output)
        #expect(months.elements.map { $0["count"] } == [3])
        let sources = try JSONValue(search(["--json", "--facet", "source", "ferry"], in: place).output)
        #expect(sources.elements.map { [$0["name"], $0["count"]] } == [[nil, 2], ["gazette", 1]])
    }

    @Test func eachArchiveExplainsTheQuery() throws {
        let lines = try search(["--explain", "ferry"], in: place()).lines
        #expect(lines.filter { $0.hasPrefix("archive ") }.count == 2)
        #expect(lines.filter { $0.hasPrefix("MATCH ") }.count == 2)
    }

    @Test func suggestionsAreOfAllTogether() throws {
        let outcome = try search(["ferrry"], in: place())
        #expect(outcome.errorLines == ["nothing found for ferrry", "did you mean: ferry (3 articles)?"])
    }

    @Test func anArchiveThatCannotBeOpenedIsNamed() throws {
        let place = try place()
        try place.write("Dear diary\n", to: "b.sqlite")
        let outcome = try search(["ferry"], in: place)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errorText.contains("b.sqlite"))
        #expect(try place.names() == ["a.sqlite", "a.txt", "b.sqlite", "b.txt"])
    }

    @Test func anArchiveThatIsNamedTwiceIsWrongUsage() throws {
        let place = try place()
        let outcome = try place.run("search", "--archive", "a.sqlite", "--archive", "./a.sqlite", "ferry")
        #expect(outcome.status == 64)
        #expect(outcome.errorText.contains("twice"))
    }

    @Test func aCursorOfOtherArchivesIsAnError() throws {
        let outcome = try search(["--after", "newest.0.1", "ferry"], in: place())
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("a search of other archives"))
    }
}
