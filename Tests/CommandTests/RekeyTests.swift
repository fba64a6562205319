import Testing

struct RekeyTests {
    @Test func keysThatAreRightStay() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let outcome = try place.run("rekey")
        #expect(outcome.status == 0)
        #expect(outcome.lines.first == "headlines  50 keys: 0 changed, 0 added, 0 removed")
        #expect(outcome.lines.last == "version    1")
    }

    @Test func theReportAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let report = try JSONValue(place.run("rekey", "--dry-run", "--json").output)
        #expect(
            report.keys == ["dry_run", "guids", "headlines", "links", "previous_version", "version", "wrong"])
        #expect(report["headlines"].keys == ["added", "changed", "removed", "total", "wrong"])
        #expect([report["wrong"], report["dry_run"]] == [0, true])
    }
}
