import Testing

struct IdentityTests {
    private static func text(about subject: String) -> String {
        (0..<48).map { "\(subject)\($0)" }.joined(separator: " ")
    }

    private static let dump =
        " date 2025-10-10\n01.10.2025, 08:00 5\nFerry late\n\(text(about: "ferry"))\n"
        + "02.10.2025, 09:00 7\nBoat delayed\n\(text(about: "ferry"))\n"

    private func workspace() throws -> Workspace { try Workspace(importing: Self.dump) }

    private func id(_ query: String, _ place: Workspace) throws -> String {
        String(try #require(try place.search(query).first?["id"].integer))
    }

    @Test func joinedArticlesCanBeParted() throws {
        let place = try workspace()
        let (ferry, boat) = (try id("late", place), try id("delayed", place))
        let joined = try place.run("identity", "join", ferry, boat)
        #expect(joined.status == 0)
        #expect(joined.text.hasPrefix("1 · article \(boat) joined to \(ferry) · 1 sighting · 20"))
        #expect(try place.statistics()["articles"] == 1)
        let undone = try place.run("identity", "undo")
        #expect(undone.text.contains(" · undone 20"))
        #expect(try place.statistics()["articles"] == 2)
        let list = try place.run("identity", "list", "--json").jsonLines()
        #expect(list.map(\.keys) == [["article", "kind", "made", "number", "other", "sightings", "undone"]])
        #expect([list[0]["number"], list[0]["kind"]] == [1, "join"])
        #expect(try place.run("identity", "undo").status == 1)
    }

    @Test func sightingsAreSplitByTheirNumbers() throws {
        let place = try workspace()
        let ferry = try id("late", place)
        try place.write(Self.dump.replacing("10-10", with: "10-12"), to: "later.txt")
        _ = try place.run("import", "later.txt")
        let explained = try place.run("identity", "explain", ferry)
        #expect(explained.lines.contains { $0.hasPrefix("  2  2025-10-12 · ") && $0.hasSuffix("same stamp") })
        for number in ["3", "0", "x"] {
            #expect(try place.run("identity", "split", ferry, number).status == (number == "3" ? 1 : 64))
        }
        let split = try place.run("identity", "split", "--json", ferry, "2")
        #expect(try JSONValue(split.output)["sightings"] == 1)
        #expect(try place.statistics()["articles"] == 3)
    }

    @Test func anArticleIsExplained() throws {
        let place = try workspace()
        let ferry = try id("late", place)
        let text = try place.run("identity", "explain", ferry).text
        #expect(text.hasPrefix("Ferry late\n2025-10-01 08:00 · id \(ferry)\n\n1 sighting\n"))
        #expect(text.contains("\n  headline  \"Ferry late\" · key "))
        let found = try JSONValue(place.run("identity", "explain", "--json", ferry).output)
        #expect(found.keys == ["changes", "headline", "id", "keys", "names", "published", "sightings"])
        #expect(found["sightings"].elements.map { $0["number"] } == [1])
        #expect(
            found["sightings"].elements.first?.keys == [
                "agreement", "dump", "number", "other", "position", "published", "revision", "rule", "seen",
            ])
    }

    @Test func twoArticlesAreHeldAgainstEachOther() throws {
        let place = try workspace()
        let (ferry, boat) = (try id("late", place), try id("delayed", place))
        let text = try place.run("identity", "explain", ferry, boat).text
        #expect(text.contains("\nheadline  no key in common\nstamp     not the same\n"))
        #expect(text.contains("48 and 48 words, 100.0 % of the shorter text\n"))
        #expect(
            text.hasSuffix("the rule takes them for two: they share no guid, no link and no headline\n"))
        let found = try JSONValue(place.run("identity", "explain", "--json", ferry, boat).output)
        #expect(
            found.keys == [
                "agreement", "articles", "changes", "rule", "same_stamp", "shared_headlines", "shared_names",
                "words", "would_be_one",
            ])
        #expect([found["agreement"], found["would_be_one"]] == [1000, false])
    }

    @Test func aSuggestionNamesTheCommandThatActs() throws {
        let place = try workspace()
        let (ferry, boat) = (try id("late", place), try id("delayed", place))
        let text = try place.run("identity", "review").text
        #expect(text.hasPrefix("same text · 100 % of the text\n  Ferry late\n"))
        #expect(text.hasSuffix("\n  news-archive identity join \(ferry) \(boat)\n"))
        let lines = try place.run("identity", "review", "--jsonl").jsonLines()
        #expect(lines.map(\.keys) == [["article", "command", "other", "reason", "score"]])
        #expect(lines.first?["command"] == .string("identity join \(ferry) \(boat)"))
        #expect(lines.first?["score"].double == 1)
        let all = try JSONValue(place.run("identity", "review", "--json").output)
        #expect(all["suggestions"].elements == lines)
        let none = try place.run("identity", "review", "--since", "2026")
        #expect((none.status, none.text, none.errorText) == (0, "", "nothing to suggest\n"))
    }

    @Test func anIdBefore1970IsNegative() throws {
        let place = try Workspace(
            importing:
                "05.11.1969, 10:00 5\nNew ferry\nIt was built.\n06.11.1969, 10:00 5\nOld boat\nIt was sunk.\n"
        )
        let (ferry, boat) = (try id("ferry", place), try id("boat", place))
        #expect(ferry.hasPrefix("-"))
        #expect(try place.run("identity", "explain", ferry, boat, "--json").status == 0)
        #expect(try place.run("identity", "join", ferry, boat).status == 0)
        #expect(try place.run("identity", "explain", "--", boat).status == 0)
        #expect(try place.run("identity", "split", ferry, "2").status == 0)
    }

    @Test(arguments: [
        ["identity", "explain"], ["identity", "explain", "1", "2", "3"], ["identity", "join", "1"],
        ["identity", "split", "1"], ["identity", "join", "a", "b"], ["identity", "undo", "x"],
        ["identity", "review", "--limit", "-1"], ["identity", "review", "--since", "soon"],
    ])
    func whatIsNoIdIsWrongUsage(arguments: [String]) throws {
        let place = try workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
    }

    @Test func anUnknownIdIsStatus1() throws {
        let place = try workspace()
        for arguments in [
            ["explain", "5"], ["explain", "5", "6"], ["join", "5", "6"], ["split", "5", "1"],
        ] {
            let outcome = try Command(["identity"] + arguments, in: place.url).outcome()
            #expect(outcome.status == 1)
            #expect(outcome.errorText == "news-archive: there is no article 5; ids are printed by search\n")
        }
    }

    @Test func headlinesCannotMoveTheCursor() throws {
        let place = try Workspace(
            importing: Self.dump.replacing("Ferry late", with: "Ferry \(Controls.text) late"))
        let (ferry, boat) = (try id("ferry0 late", place), try id("delayed", place))
        for arguments in [["explain", ferry], ["explain", ferry, boat], ["review"]] {
            for option in [[], ["--json"]] {
                let outcome = try Command(["identity"] + arguments + option, in: place.url).outcome()
                #expect(outcome.status == 0)
                #expect(Controls.found(in: outcome.output) == [])
            }
        }
    }
}
