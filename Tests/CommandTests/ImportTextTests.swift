import Testing

@testable import NewsArchive
@testable import news_archive

struct ImportTextTests {
    private func report(
        _ counts: RecordCounts = RecordCounts(), name: String = "dump.txt", seconds: Double = 1.234
    ) -> ImportReport {
        var report = ImportReport(dump: name, format: .listing, source: nil)
        report.counts = counts
        report.seconds = seconds
        return report
    }

    @Test func aDumpIsOneLineWithItsCounts() {
        let counts = RecordCounts.of(added: 5, seenAgain: 3, revised: 2, rejected: 1)
        #expect(
            ImportText.line(for: report(counts), isDryRun: false)
                == "dump.txt: 11 records: 5 added, 3 seen again, 2 revised, 1 rejected, in 1.23 s")
    }

    @Test(arguments: [(0.0, "0.00"), (0.004, "0.00"), (0.005, "0.01"), (9.999, "10.00"), (61.05, "61.05")])
    func secondsHaveHundredths(seconds: Double, shown: String) {
        #expect(ImportText.line(for: report(seconds: seconds), isDryRun: false).hasSuffix("in \(shown) s"))
    }

    @Test func aDumpThatWasThereChangesNothing() {
        var report = report()
        report.wasAlreadyImported = true
        report.resumed = 60
        #expect(
            ImportText.line(for: report, isDryRun: false)
                == "dump.txt: imported before (60 records); nothing changed")
    }

    @Test func whatAnEarlierImportDidIsSaid() {
        var report = report()
        report.resumed = 20_000
        #expect(
            ImportText.line(for: report, isDryRun: false).hasSuffix(
                "s; 20000 records were imported before"))
    }

    @Test func anInterruptedImportSaysHowToGoOn() {
        var report = report(.of(added: 20_000))
        report.wasInterrupted = true
        let line = ImportText.line(for: report, isDryRun: false)
        #expect(line.hasPrefix("dump.txt: 20000 records"))
        #expect(line.hasSuffix("; stopped before the end: the same command goes on from there"))
    }

    @Test func aDryRunSaysThatItWasOne() {
        #expect(ImportText.line(for: report(), isDryRun: true).hasSuffix("; a dry run: nothing changed"))
    }

    @Test func aNameCannotMoveTheCursor() {
        let line = ImportText.line(for: report(name: Controls.text), isDryRun: false)
        #expect(Controls.found(in: Array(line.utf8)).isEmpty)
    }

    @Test func aRejectionNamesItsPlaceAndItsReason() {
        let rejection = Rejection(
            dump: "dump.txt", place: RecordPlace(line: 5, byteOffset: 81, byteCount: 40), reason: .noHeadline)
        #expect(
            ImportText.line(for: rejection)
                == "dump.txt:5: rejected: the stamp has no headline after it; add one or remove the stamp "
                + "(byte offset 81, 40 bytes)")
    }
}
