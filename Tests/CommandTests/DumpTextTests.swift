import Testing

@testable import NewsArchive
@testable import news_archive

struct DumpTextTests {
    private func dump(
        name: String = "dump.txt", source: String? = nil, taken: String? = "2025-10-10",
        finished: Int64? = 1_760_012_461
    ) -> Dump {
        Dump(
            id: 1, name: name, format: "listing", source: source, bytes: 24_859,
            digest: [0x00, 0x0F, 0xA0] + [UInt8](repeating: 0xFF, count: 29), taken: taken,
            counts: .of(added: 48, seenAgain: 11, revised: 1), started: 1_760_012_460, finished: finished)
    }

    @Test func aDumpIsOneLine() {
        #expect(
            DumpText.line(dump())
                == "1 · dump.txt · listing · taken 2025-10-10 · "
                + "60 records: 48 added, 11 seen again, 1 revised, 0 rejected · 24859 bytes · "
                + "SHA-256 000fa0ffffffffff… · imported 2025-10-09T12:21:01Z")
    }

    @Test func itsSourceFollowsItsName() {
        #expect(DumpText.line(dump(source: "gazette")).hasPrefix("1 · dump.txt · gazette · listing · "))
    }

    @Test func aDumpWithoutADateSaysSo() {
        #expect(DumpText.line(dump(taken: nil)).contains(" · taken on a day it does not say · "))
    }

    @Test func anUnfinishedDumpSaysWhatToDo() {
        #expect(DumpText.line(dump(finished: nil)).hasSuffix(" · not finished: import it again"))
    }

    @Test func namesCannotMoveTheCursor() {
        let line = DumpText.line(dump(name: Controls.text, source: Controls.text))
        #expect(Controls.found(in: Array(line.utf8)).isEmpty)
    }

    @Test(arguments: [([], ""), ([0, 9, 10, 15, 16, 255], "00090a0f10ff")] as [([UInt8], String)])
    func bytesAreTwoDigitsEach(bytes: [UInt8], hex: String) {
        #expect(DumpText.hex(bytes) == hex)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (1_760_012_469, "2025-10-09T12:21:09Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"), (253_402_300_800, "253402300800"),
        ] as [(Int64, String)])
    func anInstantIsRFC3339(seconds: Int64, text: String) {
        #expect(DumpText.instant(seconds) == text)
    }
}
