import Testing

struct WatchTests {
    private let old = "09.10.2025, 12:21 310\nNew ferry to Farholt\nBoats leave the pier.\n"
    private let more = """
        11.10.2025, 12:00 5
        The ferry is late
        It is late.
        10.10.2025, 12:00 5
        A bridge is closed
        It is old.

        """

    private func add(to place: Workspace) throws {
        try place.write(more, to: "more.txt")
        #expect(try place.run("import", "more.txt").status == 0)
    }

    @Test func newsAreToldOnce() throws {
        let place = try Workspace(importing: old)
        #expect(try place.run("watch", "add", "harbour", "ferry", "OR", "pier").status == 0)
        let before = try place.run("watch", "run")
        #expect(before.status == 3 && before.output.isEmpty && before.errors.isEmpty)
        try add(to: place)
        let outcome = try place.run("watch", "run")
        #expect(outcome.status == 0)
        #expect(outcome.lines.first == "harbour:")
        #expect(outcome.lines[1] == "The ferry is late")
        #expect(outcome.lines.count == 4)
        #expect(try place.run("watch", "run").status == 3)
    }

    @Test func newsAsData() throws {
        let place = try Workspace(importing: old)
        for name in ["a", "b"] {
            #expect(try place.run("watch", "add", "--all", name, "ferry").status == 0)
        }
        let lines = try place.run("watch", "run", "--jsonl", "b").jsonLines()
        #expect(lines.map { $0["watch"] } == ["b"])
        #expect(lines.first?["headline"] == "New ferry to Farholt")
        let whole = try JSONValue(place.run("watch", "run", "--json").output)
        #expect(whole.keys == ["query", "results", "watch"])
        #expect(whole["watch"] == "a" && whole["results"].elements.count == 1)
    }

    @Test func watchesAreListedReplacedAndRemoved() throws {
        let place = try Workspace(importing: old)
        #expect(try place.run("watch", "add", "harbour", "ferry").status == 0)
        let again = try place.run("watch", "add", "harbour", "pier")
        #expect(again.status == 1 && again.errorText.contains("--replace"))
        #expect(try place.run("watch", "add", "--replace", "harbour", "pier", "-toll").status == 0)
        let listed = try place.run("watch", "list", "--json").jsonLines()
        #expect(listed.map { $0["query"] } == ["pier -toll"])
        #expect(try place.run("watch", "list").text.hasPrefix("harbour · pier -toll · added "))
        #expect(try place.run("watch", "remove", "harbour").status == 0)
        #expect(try place.run("watch", "list").output.isEmpty)
        #expect(try place.run("watch", "remove", "harbour").status == 1)
        #expect(try place.run("watch", "run", "harbour").status == 1)
    }

    @Test(.enabled(if: Machine.hasFullDevice)) func newsThatCouldNotBeWrittenAreNotLost() throws {
        let place = try Workspace(importing: old)
        #expect(try place.run("watch", "add", "--all", "harbour", "ferry").status == 0)
        #expect(try place.run("watch", "run", outputPath: "/dev/full").status == 74)
        #expect(try place.run("watch", "run").status == 0)
    }

    @Test func ofTwoRunsAtTheSameTimeOneTells() throws {
        let place = try Workspace(importing: old)
        #expect(try place.run("watch", "add", "--all", "harbour", "ferry").status == 0)
        let runs = try (0..<4).map { _ in try place.start("watch", "run", "--jsonl") }
        let outcomes = try runs.map { try $0.outcome() }
        #expect(outcomes.map(\.status).sorted() == [0, 3, 3, 3])
        #expect(outcomes.flatMap(\.lines).count == 1)
    }

    @Test func aMissingArchiveIsNotMade() throws {
        let place = try Workspace()
        for arguments in [["watch", "add", "a", "ferry"], ["watch", "run"], ["watch", "list"]] {
            #expect(try Command(arguments, in: place.url).outcome().status == 1)
        }
        #expect(try place.names().isEmpty)
    }

    @Test(arguments: [["watch", "add", "a"], ["watch", "add"], ["watch", "remove"], ["watch", "bogus"]])
    func wrongUsageIsStatus64(arguments: [String]) throws {
        let place = try Workspace(importing: old)
        #expect(try Command(arguments, in: place.url).outcome().status == 64)
    }

    @Test func aQueryThatSaysNothingIsRefused() throws {
        let place = try Workspace(importing: old)
        let outcome = try place.run("watch", "add", "a", "***")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("a watch has to look for something"))
    }
}
