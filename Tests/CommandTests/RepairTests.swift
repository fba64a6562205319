import Testing

struct RepairTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Boats leave every two hours from the old pier.

        """

    private func destroyPage(_ number: Int, _ place: Workspace) throws {
        var bytes = try place.bytes(of: "news.sqlite")
        for offset in (number - 1) * 4096..<number * 4096 { bytes[offset] = 0xA5 }
        try place.write(bytes, to: "news.sqlite")
    }

    @Test func aSoundArchiveIsLeftAsItIs() throws {
        let place = try Workspace(importing: dump)
        let before = try place.bytes(of: "news.sqlite")
        let outcome = try place.run("repair")
        #expect(outcome.status == 0)
        #expect(outcome.text == "nothing is wrong; nothing was changed\n")
        #expect(try place.bytes(of: "news.sqlite") == before)
    }

    @Test func aDamagedFileIsLeftAsItIsAndItsArticlesAreSalvaged() throws {
        let place = try Workspace(importing: dump)
        // The keys of headlines, which are made anew.
        try destroyPage(10, place)
        let before = try place.bytes(of: "news.sqlite")
        let refused = try place.run("repair")
        #expect(refused.status == 1)
        #expect(refused.errorText.contains("repair --into NEW.sqlite"))
        let outcome = try place.run("repair", "--into", "new.sqlite")
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("new.sqlite: 1 articles salvaged; the archive is sound\n"))
        #expect(try place.bytes(of: "news.sqlite") == before)
        #expect(try place.run("check", "--deep", "--archive", "new.sqlite").status == 0)
        #expect(
            try place.run("search", "--archive", "new.sqlite", "ferry").text.contains("New ferry to Farholt"))
        #expect(try place.names() == ["dump.txt", "new.sqlite", "news.sqlite"])
    }

    @Test func theReportsAsJSONHaveTheirKeysAndNoOthers() throws {
        let place = try Workspace(importing: dump)
        let repair = try JSONValue(place.run("repair", "--dry-run", "--json").output)
        #expect(repair.keys == ["dry_run", "found", "remaining", "repairs"])
        let salvage = try JSONValue(place.run("repair", "--into", "new.sqlite", "--json").output)
        #expect(
            salvage.keys == [
                "articles", "knew_tables", "lost_articles", "lost_texts", "remaining", "repairs",
                "stray_pages",
                "tables", "unreadable_pages",
            ])
        #expect(salvage["articles"] == 1)
    }

    @Test func anotherFileIsNotReplaced() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("repair", "--into", "dump.txt")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("there is such a file already"))
        #expect(try place.text(of: "dump.txt") == dump)
    }

    @Test(arguments: [["--into", ""], ["--into", "new.sqlite", "--dry-run"], ["all"]])
    func whatCannotBeMeantIsWrongUsage(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        #expect(try Command(["repair"] + arguments, in: place.url).outcome().status == 64)
    }
}
