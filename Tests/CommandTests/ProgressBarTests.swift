import Testing

@testable import NewsArchive
@testable import news_archive

struct ProgressBarTests {
    private func text(
        bytes: Int = 25_000_000, of total: Int = 100_000_000, records: Int = 5000, seconds: Double = 10,
        label: String = "dump.txt", columns: Int = 200
    ) -> String {
        ProgressBar.text(
            ImportProgress(bytes: bytes, totalBytes: total, records: records), seconds: seconds, label: label,
            columns: columns)
    }

    @Test func itShowsShareBytesRecordsRateAndTimeLeft() {
        #expect(
            text()
                == "[#####...............] 25 %  25.0 of 100.0 MB  5000 records  500/s  0:30 left  dump.txt")
    }

    @Test(arguments: [(0.0, "5000 records  dump.txt"), (0.5, "5000 records  dump.txt")])
    func itTellsNoRateAtTheStart(seconds: Double, end: String) {
        #expect(text(seconds: seconds).hasSuffix(end))
    }

    @Test func itTellsNoTimeLeftBeforeItCanKnow() {
        #expect(text(bytes: 1_000_000).hasSuffix("5000 records  500/s  dump.txt"))
    }

    @Test(arguments: [(1.0, "0:03 left"), (20.0, "1:00 left"), (1201.0, "60:03 left")])
    func timeLeftIsMinutesAndSeconds(seconds: Double, left: String) {
        #expect(text(seconds: seconds).contains("  \(left)  "))
    }

    @Test func theWholeIsAFullBar() {
        let whole = text(bytes: 100_000_000)
        #expect(whole.hasPrefix("[####################] 100 %  100.0 of 100.0 MB"))
        #expect(whole.contains("0:00 left"))
    }

    @Test func anEmptyDumpIsNoDivisionByZero() {
        #expect(text(bytes: 0, of: 0, records: 0).hasPrefix("[....................] 0 %  0.0 of 0.0 MB"))
    }

    @Test(arguments: [(49_999, "0.0"), (50_000, "0.1"), (1_949_999, "1.9"), (1_950_000, "2.0")])
    func megabytesAreRounded(bytes: Int, shown: String) {
        #expect(text(bytes: bytes).contains("  \(shown) of 100.0 MB"))
    }

    @Test(arguments: [21, 40, 60, 80, 96])
    func itIsCutToTheColumnsAndLeavesTheLastOne(columns: Int) {
        #expect(text(label: String(repeating: "x", count: 300), columns: columns).count == columns - 1)
    }

    @Test func theLabelCannotMoveTheCursor() {
        #expect(Controls.found(in: Array(text(label: Controls.text).utf8)).isEmpty)
    }

    private func backupText(bytes: Int, seconds: Double, isChecking: Bool = false) -> String {
        ProgressBar.text(
            BackupProgress(bytes: bytes, totalBytes: 100_000_000, isChecking: isChecking), seconds: seconds,
            label: "copy.sqlite", columns: 200)
    }

    @Test func aBackupHasNoRecords() {
        #expect(
            backupText(bytes: 25_000_000, seconds: 10)
                == "[#####...............] 25 %  25.0 of 100.0 MB  0:30 left  copy.sqlite")
        #expect(
            backupText(bytes: 25_000_000, seconds: 0.1)
                == "[#####...............] 25 %  25.0 of 100.0 MB  copy.sqlite")
    }

    @Test func aBackupThatIsBeingCheckedSaysSo() {
        #expect(
            backupText(bytes: 100_000_000, seconds: 10, isChecking: true)
                == "[####################] 100 %  100.0 of 100.0 MB  checking  copy.sqlite")
    }
}
