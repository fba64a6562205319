import Testing

struct DumpsTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Boats leave every two hours from the old pier.

        """

    @Test func aReaderGetsALineForEachDump() throws {
        let place = try Workspace(importing: dump)
        _ = try place.run("import", "--source", "gazette", Fixtures.tiny)
        let outcome = try place.run("dumps")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 2)
        #expect(
            outcome.text.hasPrefix(
                "1 · dump.txt · listing · taken 2025-10-10 · "
                    + "1 records: 1 added, 0 seen again, 0 revised, 0 rejected · "
                    + "\(dump.utf8.count) bytes · SHA-256 "))
        #expect(
            outcome.lines.last?.hasPrefix(
                "2 · \(Fixtures.tiny) · gazette · listing · taken 2025-10-10 · 61 records: ") == true)
        #expect(outcome.lines.allSatisfy { $0.contains(" · imported 20") && $0.hasSuffix("Z") })
    }

    @Test func aDumpAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let outcome = try place.run("dumps", "--json")
        let found = try JSONValue(outcome.output)
        #expect(outcome.lines.count == 1)
        #expect(
            found.keys == [
                "added", "bytes", "digest", "dump", "finished", "format", "id", "records", "rejected",
                "revised",
                "seen_again", "source", "started", "taken",
            ])
        #expect(found["dump"] == .string(Fixtures.tiny))
        #expect(found["id"] == 1)
        #expect(found["format"] == "listing")
        #expect([found["bytes"], found["records"], found["added"]] == [24_859, 61, 50])
        #expect(found["digest"] == "755187f064a2e6eb0652a98dc5b4808f13af686e1320211619a241addc108715")
        #expect(found["taken"] == "2025-10-10")
        #expect(found["source"] == nil)
        let instants = [found["started"], found["finished"]].compactMap(\.string)
        #expect(instants.count == 2 && instants.allSatisfy { $0.hasSuffix("Z") && $0.count == 20 })
        #expect(instants == instants.sorted())
    }

    @Test func aDumpWithoutAHeaderIsOfNoDay() throws {
        let place = try Workspace(importing: "09.10.2025, 12:21 5\nNew ferry\nIt sails.\n")
        #expect(try JSONValue(place.run("dumps", "--json").output)["taken"] == nil)
        #expect(try place.run("dumps").text.contains(" · taken on a day it does not say · "))
    }
}
