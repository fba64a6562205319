import Testing

struct PruneTests {
    private func workspace() throws -> Workspace {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        return place
    }

    @Test(arguments: ["2025-10", "2025-10-01", "1.10.2025", "10.2025"])
    func whatIsOlderGoes(date: String) throws {
        let place = try workspace()
        let old = try place.search("until:2025-09").count
        let all = try place.statistics()["articles"].integer ?? 0
        let outcome = try place.run("prune", "--before", date)
        #expect(outcome.status == 0)
        #expect(outcome.text.hasSuffix("; news-archive compact makes the file smaller\n"))
        #expect(try place.search("until:2025-09") == [])
        #expect(old > 0 && all > Int64(old))
    }

    @Test func whatAQueryFindsStays() throws {
        let place = try workspace()
        let report = try JSONValue(
            place.run("prune", "--before", "2026", "--keep", "ferry", "--json").output)
        #expect(report.keys == ["articles", "before", "bytes", "dry_run", "kept", "sightings"])
        #expect(report["kept"] == 10)
        #expect(try place.statistics()["articles"] == 10)
    }

    @Test func aDryRunTellsHowMuchWouldGo() throws {
        let place = try workspace()
        let before = try place.statistics()
        let outcome = try place.run("prune", "--before", "2025-10", "--dry-run")
        #expect(outcome.text.contains("articles from before 2025-10 pruned, with "))
        #expect(outcome.text.hasSuffix("; a dry run: nothing changed\n"))
        #expect(try place.statistics() == before)
    }

    @Test(arguments: [["prune"], ["prune", "--before", "soon"], ["prune", "--before", "2025-10 ferry"]])
    func withoutADateItIsWrongUsage(arguments: [String]) throws {
        let place = try workspace()
        #expect(try Command(arguments, in: place.url).outcome().status == 64)
    }
}
