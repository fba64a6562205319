import Testing

struct ArchiveOptionsTests {
    private let dump = "09.10.2025, 12:21 14206\nNew ferry to Farholt\nBoats leave every two hours.\n"

    @Test(
        arguments: [
            ([:], [], "news.sqlite"),
            (["NEWS_ARCHIVE": ""], [], "news.sqlite"),
            (["NEWS_ARCHIVE": "named.sqlite"], [], "named.sqlite"),
            ([:], ["--archive", "option.sqlite"], "option.sqlite"),
            (["NEWS_ARCHIVE": "named.sqlite"], ["--archive=option.sqlite"], "option.sqlite"),
        ] as [([String: String], [String], String)])
    func theArchiveIsTheOptionElseTheVariableElseTheDefault(
        environment: [String: String], options: [String], name: String
    ) throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let outcome = try Command(
            ["import", "dump.txt"] + options, in: place.url, environment: environment
        ).outcome()
        #expect(outcome.status == 0)
        #expect(try place.names() == ["dump.txt", name])
        let stats = try Command(["stats", "--json"] + options, in: place.url, environment: environment)
            .outcome()
        #expect(try JSONValue(stats.output)["articles"] == 1)
    }

    @Test(arguments: [":memory:", "file:news.sqlite?mode=memory", "news archive.sqlite", "новости.sqlite"])
    func anyNameIsAFile(name: String) throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        #expect(try place.run("import", "--archive", name, "dump.txt").status == 0)
        #expect(place.exists(name))
        #expect(try place.run("search", "--archive", name, "ferry").text.contains("New ferry to Farholt"))
    }

    @Test(arguments: [["stats"], ["dumps"], ["show", "5"], ["search", "ferry"]])
    func readingMakesNoArchive(arguments: [String]) throws {
        let place = try Workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errorText == "news-archive: there is no archive at news.sqlite; an import makes one\n")
        #expect(try place.names().isEmpty)
    }

    @Test(arguments: [["stats"], ["dumps"], ["show", "5"], ["search", "ferry"]], ["Dear diary\n", ""])
    func readingAFileThatIsNoArchiveLeavesItUntouched(arguments: [String], text: String) throws {
        let place = try Workspace()
        try place.write(text, to: "news.sqlite")
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains("news.sqlite"))
        #expect(try place.text(of: "news.sqlite") == text)
        #expect(try place.names() == ["news.sqlite"])
    }

    @Test(arguments: [["stats"], ["dumps"], ["show", "5"], ["search", "ferry"]])
    func readingChangesNoByte(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        let before = try place.bytes(of: "news.sqlite")
        _ = try Command(arguments, in: place.url).outcome()
        #expect(try place.bytes(of: "news.sqlite") == before)
        let names = try place.names()
        #expect(names == ["dump.txt", "news.sqlite"])
    }
}
