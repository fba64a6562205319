import Testing

@testable import NewsArchiveFormats

struct ListingStampTests {
    @Test(arguments: [
        ("09.10.2025", "2025-10-09"), ("09.10.2025, 08:05", "2025-10-09T08:05"),
        ("09.10.2025,08:05", "2025-10-09T08:05"),
        ("09.10.2025,\u{A0}08:05", "2025-10-09T08:05"), ("29.02.2024, 00:00", "2024-02-29T00:00"),
        ("31.12.9999, 23:59", "9999-12-31T23:59"),
    ])
    func aStampStatesADayOrAMinute(line: String, time: String) {
        let stamp = stamp(line)
        #expect(stamp?.time.description == time)
        #expect(stamp?.views == nil)
    }

    @Test(
        arguments: [
            ("14206", 14206), ("0", 0), ("7", 7), ("007", 7), ("14 206", 14206), ("14,206", 14206),
            ("14.206", 14206),
            ("14'206", 14206), ("14’206", 14206), ("14\u{A0}206", 14206), ("14\u{202F}206", 14206),
            ("14\u{2009}206", 14206),
            ("1 234 567", 1_234_567), ("1,234,567", 1_234_567), ("9223372036854775807", .max),
            ("9 223 372 036 854 775 807", .max),
        ] as [(String, Int64)])
    func viewsMayBeGrouped(text: String, views: Int64) {
        for space in [" ", "  ", "\t", "\u{A0}", "\u{202F}"] {
            #expect(stamp("09.10.2025, 12:21\(space)\(text)")?.views == views)
        }
    }

    @Test(arguments: ["9223372036854775808", "99999999999999999999", "9 223 372 036 854 775 808"])
    func moreViewsThanFitAreNone(text: String) {
        let stamp = stamp("09.10.2025, 12:21 \(text)")
        #expect(stamp != nil)
        #expect(stamp?.views == nil)
    }

    @Test(arguments: [
        "", "09.10.2025,", "09.10.2025, ", "12.03.2025 was the deadline.",
        "01.02.2025, 10:00 is when doors open",
        "Updated 21.09.2025, 16:47", "21.09.2025, 16.47", "9.10.2025", "09.10.25", "09.10.20255",
        "09/10/2025",
        "2025-10-09", "09.10.2025 12:21", "09.10.2025 14206", "09.10.2025, 12:21 14206 views",
        "09.10.2025, 8:05",
        "09.10.2025, 12:211", "09.10.2025, 12:21:30", "09.10.2025, 12:2114206", "09.10.2025, 12:21 -5",
        "09.10.2025, 12:21 1,23", "09.10.2025, 12:21 1,2345", "09.10.2025, 12:21 1,234.567",
        "09.10.2025, 12:21 1 234,567",
        "09.10.2025, 12:21 1234 567", "09.10.2025, 12:21 14k", "09.10.2025, 12:21 ١٤", "٠٩.١٠.٢٠٢٥",
        "09.10.2025, 12:21 5 .",
        "09.10.2025–10.10.2025", "31.02.2025 never comes",
    ])
    func anythingElseIsNoStamp(line: String) {
        #expect(ListingStamp.read(Array(line.utf8)) == .none)
    }

    @Test(arguments: [
        "31.02.2025", "29.02.2025, 12:21", "00.10.2025", "09.00.2025", "09.13.2025", "09.10.0000",
        "09.10.2025, 24:00",
        "09.10.2025, 12:60", "31.02.2025, 12:21 100", "99.99.9999, 99:99 99",
    ])
    func aStampOfATimeThatDoesNotExistIsImpossible(line: String) {
        #expect(ListingStamp.read(Array(line.utf8)) == .impossible)
    }

    @Test func aLongLineIsNoStamp() {
        #expect(
            ListingStamp.read(Array("09.10.2025, 12:21 \(String(repeating: "9", count: 60))".utf8)) == .none)
    }

    private func stamp(_ line: String) -> ListingStamp? {
        if case .stamp(let stamp) = ListingStamp.read(Array(line.utf8)) { stamp } else { nil }
    }
}
