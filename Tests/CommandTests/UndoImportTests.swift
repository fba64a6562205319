import Testing

struct UndoImportTests {
    private func workspace() throws -> Workspace {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny, Fixtures.later)
        return place
    }

    @Test func aDumpIsTakenBack() throws {
        let place = try workspace()
        let outcome = try place.run("undo-import", Fixtures.later)
        #expect(outcome.status == 0)
        #expect(outcome.text == "\(Fixtures.later): 25 sightings and 5 articles gone, 1 changed\n")
        #expect(try place.run("dumps").lines.count == 1)
        #expect(try place.statistics()["articles"] == 50)
    }

    @Test func aDryRunChangesNothing() throws {
        let place = try workspace()
        let before = try place.statistics()
        let outcome = try place.run("undo-import", "--dry-run", "1")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasSuffix("; a dry run: nothing changed\n"))
        #expect(try place.statistics() == before)
    }

    @Test func theReportAsJSONHasItsKeysAndNoOthers() throws {
        let place = try workspace()
        let report = try JSONValue(place.run("undo-import", "--json", "2").output)
        #expect(report.keys == ["changed", "dry_run", "dump", "id", "removed", "sightings"])
        #expect([report["id"], report["sightings"], report["removed"], report["changed"]] == [2, 25, 5, 1])
    }

    @Test func whatIsNoDumpIsStatus1() throws {
        let place = try workspace()
        let outcome = try place.run("undo-import", "other.txt")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains("no dump other.txt was imported"))
    }

    @Test(arguments: [["undo-import", "1"], ["undo-import", "--dry-run", "1"], ["rekey"]])
    func withoutAnArchiveNoneIsMade(arguments: [String]) throws {
        let place = try Workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("there is no archive at news.sqlite"))
        #expect(try place.names() == [])
    }
}
