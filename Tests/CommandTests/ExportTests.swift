import Testing

struct ExportTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 310
        New ferry to Farholt
        Boats leave the pier.
        08.10.2025, 09:05 20
        A bridge is closed
        It is old.

        """

    @Test func articlesAreWrittenOldestFirst() throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("export", "--format", "listing")
        #expect(outcome.status == 0)
        #expect(
            outcome.text == """
                08.10.2025, 09:05 20
                A bridge is closed
                It is old.
                09.10.2025, 12:21 310
                New ferry to Farholt
                Boats leave the pier.

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: ["csv", "listing", "rss", "atom", "json-feed"])
    func whatIsExportedIsImportedAgain(format: String) throws {
        let place = try Workspace(importing: dump)
        let outcome = try place.run("export", "--format", format, "--output", "out", "ferry")
        #expect(outcome.status == 0)
        #expect(outcome.text == "out: 1 article, \(place.size(of: "out")) bytes\n")
        #expect(try place.names().filter { $0.contains("part") }.isEmpty)
        let copy = try place.run("--archive", "copy.sqlite", "import", "out")
        #expect(copy.status == 64)
        let imported = try place.run("import", "--archive", "copy.sqlite", "out")
        #expect(imported.status == 0)
        #expect(imported.text.contains("1 records: 1 added"))
    }

    @Test func whatTheFormatCannotSayIsTold() throws {
        let place = try Workspace()
        try place.write("09.10.2025, 12:21 5\nFerry\nIt  sails.\n", to: "dump.txt")
        _ = try place.run("import", "--source", "gazette", "dump.txt")
        let outcome = try place.run("export", "--format", "listing")
        #expect(outcome.errorText == "listing cannot say to the byte: source of 1 article\n")
        let feed = try place.run("export", "--format", "rss")
        #expect(feed.errorText == "rss cannot say to the byte: body of 1 article\n")
    }

    @Test func theArchiveItselfIsNotOverwritten() throws {
        let place = try Workspace(importing: dump)
        try place.link("link", to: "news.sqlite")
        for path in ["news.sqlite", "./news.sqlite", "link"] {
            let outcome = try place.run("export", "--format", "csv", "--output", path)
            #expect(outcome.status == 74)
            #expect(outcome.errorText.contains("is the archive itself"))
        }
        #expect(try place.search("ferry").count == 1)
    }

    @Test func anExportThatFailsLeavesNothingBehindAndWhatWasThereStays() throws {
        let place = try Workspace(importing: dump)
        try place.write("kept", to: "out")
        let before = try place.names()
        let outcome = try place.run("export", "--format", "csv", "--output", "out", "***")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("no word and no condition"))
        #expect(try place.text(of: "out") == "kept")
        #expect(try place.names() == before)
        #expect(try place.run("export", "--format", "csv", "--output", "gone/out").status == 74)
    }

    @Test func aLinkStaysOneAndWhatIsNoFileIsWritten() throws {
        let place = try Workspace(importing: dump)
        try place.write("old", to: "target")
        try place.link("link", to: "target")
        #expect(try place.run("export", "--format", "csv", "--output", "link").status == 0)
        #expect(try place.text(of: "target").hasPrefix("headline,"))
        #expect(try place.run("export", "--format", "csv", "--output", "/dev/null").status == 0)
    }

    @Test(.enabled(if: Machine.hasFullDevice)) func aFullDiskIsNoSuccess() throws {
        let place = try Workspace(importing: dump)
        let outcome = try Command(["export", "--format", "csv"], in: place.url, outputPath: "/dev/full")
            .outcome()
        #expect(outcome.status == 74)
        #expect(outcome.errorText.contains("standard output could not be written"))
        #expect(try place.run("export", "--format", "csv", "--output", "/dev/full").status == 74)
    }

    @Test(arguments: [["export", "--format", "xml"], ["export", "--bogus"]])
    func wrongUsageIsStatus64(arguments: [String]) throws {
        let place = try Workspace(importing: dump)
        #expect(try Command(arguments, in: place.url).outcome().status == 64)
    }

    @Test func aMissingArchiveIsStatus1() throws {
        let place = try Workspace()
        #expect(try place.run("export", "--format", "csv").status == 1)
        #expect(try place.names().isEmpty)
    }
}
