import NewsArchive
import Testing

@testable import news_archive

struct FormatChoiceTests {
    @Test func automaticIsNoFormat() {
        #expect(FormatChoice.auto.format == nil)
    }

    @Test func everyFormatCanBeChosen() {
        #expect(FormatChoice.allCases.compactMap(\.format) == DumpFormat.allCases)
    }
}

struct ImportTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Boats leave every two hours from the old pier.
        08.10.2025, 09:05 310
        Bakers' guild opens its archive
        The guild showed ledgers of four hundred years.

        """

    @Test func aDumpIsReportedOnOneLine() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let outcome = try place.run("import", "dump.txt")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
        #expect(
            outcome.text.hasPrefix(
                "dump.txt: 2 records: 2 added, 0 seen again, 0 revised, 0 rejected, in "))
        #expect(outcome.errors.isEmpty)
        #expect(try place.statistics()["articles"] == 2)
    }

    @Test func theReportAsJSONHasItsKeysAndNoOthers() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let report = try JSONValue(place.run("import", "--json", "dump.txt").output)
        #expect(
            report.keys == [
                "added", "already_imported", "dump", "format", "interrupted", "records", "rejected",
                "resumed",
                "revised", "seconds", "seen_again",
            ])
        #expect(report["dump"] == "dump.txt")
        #expect(report["format"] == "listing")
        #expect([report["records"], report["added"], report["resumed"]] == [2, 2, 0])
        #expect([report["already_imported"], report["interrupted"]] == [false, false])
        #expect(report["seconds"].double.map { $0 >= 0 } == true)
    }

    @Test func everyDumpIsAnObjectOnALineAndItsCountsAddUp() throws {
        let place = try Workspace()
        let outcome = try place.run("import", "--json", Fixtures.tiny, Fixtures.later)
        let reports = try outcome.jsonLines()
        #expect(outcome.status == 0)
        #expect(reports.map { $0["dump"] } == [.string(Fixtures.tiny), .string(Fixtures.later)])
        // 60 records with 48 headlines, one of them over two texts, and the header's lead.
        #expect(reports.first?["records"] == 61)
        #expect(reports.first?["added"] == 50)
        for report in reports {
            let parts = ["added", "seen_again", "revised", "rejected"].compactMap { report[$0].integer }
            #expect(report["records"].integer == parts.reduce(0, +))
        }
        #expect(try place.statistics()["articles"] == 55)
    }

    @Test func theSameDumpAgainSaysSoAndChangesNoByte() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        _ = try place.run("import", "dump.txt")
        let before = try place.bytes(of: "news.sqlite")
        let again = try place.run("import", "dump.txt")
        #expect(again.status == 0)
        #expect(again.text == "dump.txt: imported before (2 records); nothing changed\n")
        #expect(try place.bytes(of: "news.sqlite") == before)
        #expect(try place.names() == ["dump.txt", "news.sqlite"])
    }

    @Test func theSameBytesUnderAnotherNameAreTheSameDump() throws {
        let place = try Workspace(importing: dump)
        try place.write(dump, to: "copy.txt")
        let report = try JSONValue(place.run("import", "--json", "copy.txt").output)
        #expect(report["already_imported"] == true)
        #expect([report["records"], report["resumed"]] == [0, 2])
    }

    @Test func aDryRunGivesTheSameNumbersAndMakesNoArchive() throws {
        let place = try Workspace()
        let dry = try place.run("import", "--dry-run", "--json", Fixtures.tiny)
        #expect(try place.names().isEmpty)
        let real = try place.run("import", "--json", Fixtures.tiny)
        let reports = try [dry, real].map { try JSONValue($0.output) }
        for key in ["records", "added", "seen_again", "revised", "rejected"] {
            #expect(reports[0][key] == reports[1][key])
        }
    }

    @Test func aDryRunOverAnArchiveChangesNoByteOfIt() throws {
        let place = try Workspace(importing: dump)
        let before = try place.bytes(of: "news.sqlite")
        let dry = try place.run("import", "--dry-run", Fixtures.tiny)
        #expect(dry.status == 0)
        #expect(dry.text.hasSuffix("; a dry run: nothing changed\n"))
        #expect(try place.bytes(of: "news.sqlite") == before)
        #expect(try place.names() == ["dump.txt", "news.sqlite"])
    }

    @Test func aDryRunWritesNoRejects() throws {
        let place = try Workspace()
        try place.write("31.02.2025, 10:00 7\nBad day\nText.\n", to: "dump.txt")
        let dry = try place.run("import", "--dry-run", "--rejects", "rejects.txt", "dump.txt")
        #expect(dry.status == 2)
        #expect(try place.names() == ["dump.txt"])
    }

    @Test func quietLeavesOnlyWhatIsWrong() throws {
        let place = try Workspace()
        try place.write(dump + "31.02.2025, 10:00 7\nBad day\n", to: "dump.txt")
        let outcome = try place.run("import", "--quiet", "dump.txt")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errorText.contains("rejected"))
    }

    @Test func theSourceIsStoredWithArticlesAndDump() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        _ = try place.run("import", "--source", "Farholt Gazette", "dump.txt")
        #expect(try place.search("ferry").first?["source"] == "Farholt Gazette")
        #expect(try JSONValue(place.run("dumps", "--json").output)["source"] == "Farholt Gazette")
        #expect(try place.statistics()["sources"] == 1)
    }

    @Test(arguments: [("automatic", 3), ("headline", 1), ("exact", 3)] as [(String, Int64)])
    func aColumnThatRecursIsAsManyArticlesAsTheIdentityRuleSays(rule: String, articles: Int64) throws {
        let place = try Workspace()
        let outcome = try place.run("import", "--identity", rule, Fixtures.recurringColumn)
        #expect(outcome.status == 0)
        #expect(try place.statistics()["articles"] == .integer(articles))
    }

    @Test(arguments: [("automatic", 1), ("exact", 2)] as [(String, Int64)])
    func aCorrectedWordIsAnotherArticleByTheExactRuleAlone(rule: String, articles: Int64) throws {
        let place = try Workspace()
        try place.write(
            """
            09.10.2025, 12:21 14206
            New ferry to Farholt
            Boats leave every two hours.
            09.10.2025, 12:21 14206
            New ferry to Farholt
            Boats leave every three hours.
            """, to: "dump.txt")
        _ = try place.run("import", "--identity", rule, "dump.txt")
        #expect(try place.statistics()["articles"] == .integer(articles))
    }

    @Test func aFormatThatIsNamedIsNotFoundOut() throws {
        let place = try Workspace()
        try place.write("No stamp anywhere.\n", to: "text.txt")
        #expect(try place.run("import", "text.txt").status == 1)
        let named = try place.run("import", "--format", "listing", "text.txt")
        #expect(named.status == 2)
        #expect(named.errorText.hasPrefix("text.txt:1: rejected: this text stands before the first stamp"))
    }

    @Test(arguments: [
        ["import"], ["import", "--bogus", "dump.txt"], ["import", "--identity", "maybe", "dump.txt"],
        ["import", "--format", "xls", "dump.txt"], ["import", "-", "-"], ["import", "--archive"],
        ["import", "--time-zone"], ["import", "-x", "dump.txt"],
    ])
    func wrongUsageIsStatus64AndTouchesNothing(arguments: [String]) throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains("Usage: news-archive import"))
        #expect(try place.names() == ["dump.txt"])
    }

    @Test func aFileWhoseNameBeginsWithADashComesAfterTwo() throws {
        let place = try Workspace()
        try place.write(dump, to: "-dump.txt")
        #expect(try place.run("import", "-dump.txt").status == 64)
        #expect(try place.run("import", "--", "-dump.txt").status == 0)
    }

    @Test func theProgressBarIsOnlyForATerminal() throws {
        let place = try Workspace()
        let outcome = try place.run(
            "import", Fixtures.tiny, Fixtures.later, environment: ["TERM": "xterm-256color"])
        #expect(outcome.errors.isEmpty)
        #expect(!outcome.text.contains("\u{1B}"))
    }
}

struct RejectsTests {
    private let dump = """
        date 2025-10-10
        09.10.2025, 12:21 14206
        New ferry to Farholt
        Boats leave every two hours from the old pier.
        31.02.2025, 10:00 7
        A  day that “cannot” be\r
        Its text,  as it stands.

        08.10.2025, 09:05 310
        Bakers' guild opens its archive
        The guild showed ledgers of four hundred years.

        """

    private let rejected =
        "31.02.2025, 10:00 7\nA  day that “cannot” be\r\nIts text,  as it stands.\n\n"

    @Test func aRejectedRecordIsToldWithItsPlace() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let outcome = try place.run("import", "dump.txt")
        #expect(outcome.status == 2)
        #expect(outcome.text.contains("3 records: 2 added, 0 seen again, 0 revised, 1 rejected"))
        #expect(
            outcome.errorText
                == "dump.txt:5: rejected: the stamp \"31.02.2025, 10:00 7\" is no date and time that exists; "
                + "correct it (byte offset 108, \(rejected.utf8.count) bytes)\n")
    }

    @Test func itsBytesGoToTheRejectsFileVerbatimBehindTheListsDate() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        _ = try place.run("import", "--rejects", "rejects.txt", "dump.txt")
        #expect(try place.text(of: "rejects.txt") == " date 2025-10-10\n" + rejected)
    }

    @Test func bytesThatAreNoTextAreKeptAsTheyAre() throws {
        let place = try Workspace()
        let record = Array("09.10.2025, 12:21 5\nNew ferry\nCaf".utf8) + [0xE9, 0x0A]
        try place.write(record, to: "dump.txt")
        let outcome = try place.run(
            "import", "--encoding", "utf-8", "--rejects", "rejects.txt", "dump.txt")
        #expect(outcome.status == 2)
        #expect(outcome.errorText.contains("the byte at offset 33 (line 3) is not UTF-8"))
        #expect(try place.bytes(of: "rejects.txt") == record)
    }

    @Test func mendedRejectsCanBeImported() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        _ = try place.run("import", "--rejects", "rejects.txt", "dump.txt")
        let mended = try place.text(of: "rejects.txt").replacing("31.02.", with: "28.02.")
        try place.write(mended, to: "mended.txt")
        let report = try JSONValue(place.run("import", "--json", "mended.txt").output)
        #expect([report["records"], report["added"], report["rejected"]] == [1, 1, 0])
        #expect(try place.search("cannot").first?["published"] == "2025-02-28T10:00:00Z")
    }

    @Test func rejectsAreAppendedToWhatIsThere() throws {
        let place = try Workspace()
        try place.write("31.02.2025, 10:00 7\nOne\n", to: "one.txt")
        try place.write("32.01.2025, 10:00 7\nTwo", to: "two.txt")
        _ = try place.run("import", "--rejects", "rejects.txt", "one.txt")
        _ = try place.run("import", "--rejects", "rejects.txt", "two.txt")
        #expect(
            try place.text(of: "rejects.txt")
                == "31.02.2025, 10:00 7\nOne\n date unknown\n32.01.2025, 10:00 7\nTwo\n")
    }

    @Test func everyRejectedRecordOfADumpIsALine() throws {
        let place = try Workspace()
        let outcome = try place.run("import", "--json", Fixtures.impossibleDates)
        #expect(outcome.status == 2)
        let rejected = try JSONValue(outcome.output)["rejected"].integer
        #expect(rejected.map(Int.init) == outcome.errorLines.count)
        #expect(outcome.errorLines.count == 3)
    }

    @Test func aRejectsFileThatCannotBeWrittenStopsTheImport() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let outcome = try place.run("import", "--rejects", "no/folder/rejects.txt", "dump.txt")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("the rejects file no/folder/rejects.txt could not be written"))
        #expect(try place.statistics()["articles"] == 0)
    }

    @Test func theOtherDumpsCountAlthoughOneHadRejects() throws {
        let place = try Workspace()
        try place.write(dump, to: "dump.txt")
        let outcome = try place.run("import", "dump.txt", Fixtures.tiny)
        #expect(outcome.status == 2)
        #expect(outcome.lines.count == 2)
        #expect(try place.statistics()["articles"] == 52)
    }
}
