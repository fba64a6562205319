import Testing

struct NewsArchiveCommandTests {
    @Test func itSaysItsVersion() throws {
        let place = try Workspace()
        let outcome = try place.run("--version")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
    }

    @Test(arguments: [
        "import", "search", "show", "history", "related", "trending", "stats", "dumps", "export", "merge",
        "undo-import", "prune", "identity", "rekey", "watch", "check", "repair", "backup", "compact",
        "formats",
    ])
    func itExplainsEachSubcommand(name: String) throws {
        let place = try Workspace()
        let outcome = try place.run(name, "--help")
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("USAGE: news-archive \(name)"))
        #expect(try place.run("--help").text.contains("\n  \(name)  "))
    }

    @Test(arguments: [["--bogus"], ["bogus"], ["Import", "dump.txt"]])
    func whatItDoesNotKnowIsWrongUsage(arguments: [String]) throws {
        let place = try Workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
    }
}
