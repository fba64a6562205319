import Testing

struct StatsTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Boats leave every two hours from the old pier.
        05.11.1969, 09:05 310
        Bakers' guild opens its archive
        The guild showed ledgers of four hundred years.
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Boats leave every two hours from the old pier.

        """

    @Test func aReaderGetsARowForEachNumber() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("stats")
        #expect(outcome.status == 0)
        #expect(
            outcome.text == """
                articles   2
                sightings  3
                revisions  0
                sources    0
                dumps      1
                first      1969-11-05 09:05
                last       2025-10-09 12:21
                bytes      \(place.size(of: "news.sqlite"))

                """)
    }

    @Test func theNumbersAsJSONHaveTheirKeysAndNoOthers() throws {
        let place = try Workspace(importing: dump)
        let statistics = try place.statistics()
        #expect(
            statistics.keys == [
                "articles", "bytes", "dumps", "first", "last", "revisions", "sightings", "sources",
            ])
        #expect([statistics["articles"], statistics["sightings"], statistics["dumps"]] == [2, 3, 1])
        #expect(statistics["first"] == "1969-11-05T09:05:00Z")
        #expect(statistics["last"] == "2025-10-09T12:21:00Z")
        #expect(statistics["bytes"] == .integer(Int64(place.size(of: "news.sqlite"))))
    }

    @Test func anArchiveWithoutArticlesHasNoDates() throws {
        let place = try Workspace()
        try place.write("31.02.2025, 10:00 7\nBad day\n", to: "dump.txt")
        _ = try place.run("import", "dump.txt")
        let statistics = try place.statistics()
        #expect([statistics["articles"], statistics["dumps"]] == [0, 1])
        #expect([statistics["first"], statistics["last"]] == [nil, nil])
        #expect(try place.run("stats").text.contains("first      -\nlast       -\n"))
    }

    @Test func anArgumentIsWrongUsage() throws {
        let place = try Workspace(importing: dump)
        #expect(try place.run("stats", "all").status == 64)
    }
}
