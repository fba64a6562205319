import Testing

struct CheckTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Boats leave every two hours from the old pier.

        """

    /// Puts other bytes in the place of a page's.
    private func destroyPage(_ number: Int, _ place: Workspace) throws {
        var bytes = try place.bytes(of: "news.sqlite")
        for offset in (number - 1) * 4096..<number * 4096 { bytes[offset] = 0xA5 }
        try place.write(bytes, to: "news.sqlite")
    }

    @Test func aSoundArchiveIsSaidToBeSound() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("check")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("nothing is wrong"))
        #expect(try place.run("check", "--deep", "--quiet").text.isEmpty)
        #expect(try place.names() == ["dump.txt", "news.sqlite"])
    }

    @Test func aDamagedPageIsNamedWithWhatToDo() throws {
        let place = try Workspace(importing: dump)
        try destroyPage(9, place)
        let outcome = try place.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("structure: SQLite says: "))
        #expect(outcome.text.contains("repair --into NEW.sqlite"))
        let quiet = try place.run("check", "--quiet")
        #expect(quiet.status == 1)
        #expect(!quiet.text.contains("problems\n"))
    }

    @Test func theReportAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace(importing: dump)
        try destroyPage(9, place)
        let outcome = try place.run("check", "--json")
        #expect(outcome.status == 1)
        let report = try JSONValue(outcome.output)
        #expect(report.keys == ["clean", "counts", "deep", "needs_salvage", "not_looked_at", "problems"])
        #expect(report["clean"] == false)
        #expect(report["needs_salvage"] == true)
        #expect(report["problems"].elements.first?.keys == ["kind", "place", "remedy", "table", "text"])
    }

    @Test func whatIsNoArchiveIsAnError() throws {
        let place = try Workspace()
        try place.write("notes", to: "news.sqlite")
        let outcome = try place.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.contains("is not a news archive"))
        #expect(try place.run("check", "--archive", "none.sqlite").status == 1)
        #expect(try place.run("check", "everything").status == 64)
    }
}
