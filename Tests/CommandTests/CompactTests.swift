import Testing

struct CompactTests {
    @Test func theSizesBeforeAndAfterAreReported() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let before = place.size(of: "news.sqlite")
        let outcome = try place.run("compact")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        let after = place.size(of: "news.sqlite")
        #expect(outcome.text.hasPrefix("news.sqlite: \(after) bytes instead of \(before), in "))
        #expect(try place.statistics()["articles"] == 50)
        #expect(try place.names() == ["news.sqlite"])
    }

    @Test func theReportAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let report = try JSONValue(place.run("compact", "--json").output)
        #expect(report.keys == ["bytes_after", "bytes_before", "path", "seconds"])
        #expect(report["path"] == "news.sqlite")
        #expect(report["bytes_after"] == .integer(Int64(place.size(of: "news.sqlite"))))
    }

    @Test func aCompactCopyIsAnArchive() throws {
        let place = try Workspace()
        _ = try place.run("import", Fixtures.tiny)
        let report = try JSONValue(place.run("compact", "--into", "copy.sqlite", "--json").output)
        #expect(report["path"] == "copy.sqlite")
        #expect(report["bytes_after"] == .integer(Int64(place.size(of: "copy.sqlite"))))
        #expect(
            try JSONValue(place.run("stats", "--json", "--archive", "copy.sqlite").output)["articles"] == 50)
        #expect(try place.run("compact", "--into", "copy.sqlite").status == 1)
        let forced = try place.run("compact", "--into", "copy.sqlite", "--force", "--quiet")
        #expect(forced.status == 0)
        #expect(forced.output.isEmpty)
        #expect(try place.names() == ["copy.sqlite", "news.sqlite"])
    }

    @Test(arguments: [["compact", "--force"], ["compact", "copy.sqlite"], ["compact", "--into"]])
    func whatMakesNoSenseIsWrongUsage(arguments: [String]) throws {
        let place = try Workspace()
        #expect(try Command(arguments, in: place.url).outcome().status == 64)
    }
}
