import NewsArchiveFormats
import Testing

struct DateReaderTests {
    @Test(
        arguments: [
            ("Thu, 09 Oct 2025 15:45:00 +0500", "2025-10-09T15:45 +300"),
            ("Thu, 9 Oct 2025 15:45:07 GMT", "2025-10-09T15:45:07 +0"),
            ("9 Oct 2025 15:45 GMT", "2025-10-09T15:45 +0"), ("9 Oct 25 15:45 UT", "2025-10-09T15:45 +0"),
            ("Mon, 09 Oct 2025 15:45:00 EST", "2025-10-09T15:45 -300"),
            ("Thursday, 09-Oct-25 15:45:00 GMT", "2025-10-09T15:45 +0"),
            ("Thu,09 Oct 2025 15:45:00 -0330", "2025-10-09T15:45 -210"),
            ("Thu, 09 Oct 2025 15:45:00 (in the afternoon) +05:00", "2025-10-09T15:45 +300"),
            ("Thu, 09 Oct 2025 15:45:00 +0200 (CEST)", "2025-10-09T15:45 +120"),
            ("Thu, 09 Oct 2025 15:45:00", "2025-10-09T15:45"), ("Thu, 09 Oct 2025", "2025-10-09"),
            ("Thu, 09 Oct 68 15:45:00 Z", "2068-10-09T15:45 +0"),
            ("Thu, 09 Oct 69 15:45:00 Z", "1969-10-09T15:45 +0"),
            ("Thu, 09 Oct 125 15:45:00 Z", "2025-10-09T15:45 +0"),
            ("Thu Oct  9 15:45:00 2025", "2025-10-09T15:45"),
            ("Thu Oct  9 15:45:00 CET 2025", "2025-10-09T15:45 +60"),
            ("Thu Oct  9 15:45:00 +0500 2025", "2025-10-09T15:45 +300"),
            ("Thu Oct 09 2025 15:45:00 GMT+0500 (Kazakhstan Time)", "2025-10-09T15:45 +300"),
        ] as [(String, String)])
    func aTimeOfAnEMailIsRead(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test(
        arguments: [
            ("2025-10-09T15:45:00Z", "2025-10-09T15:45 +0"), ("2025-10-09t15:45:00z", "2025-10-09T15:45 +0"),
            ("2025-10-09T15:45:00.123456789+05:00", "2025-10-09T15:45 +300"),
            ("2025-10-09T15:45:07,5-05:00", "2025-10-09T15:45:07 -300"),
            ("2025-10-09 15:45:00", "2025-10-09T15:45"), ("2025-10-09 15:45", "2025-10-09T15:45"),
            ("2025-10-09 15:45:00 +0500", "2025-10-09T15:45 +300"),
            ("2025-10-09T15:45+05", "2025-10-09T15:45 +300"),
            ("2025-10-09 15:45:00 UTC", "2025-10-09T15:45 +0"), ("2025-10-09T15Z", "2025-10-09T15:00 +0"),
            ("20251009T154500Z", "2025-10-09T15:45 +0"), ("20251009T1545", "2025-10-09T15:45"),
            ("20251009154507", "2025-10-09T15:45:07"), ("202510091545", "2025-10-09T15:45"),
            ("20251009", "2025-10-09"), ("2025-10-09", "2025-10-09"), ("2025-10", "2025-10"),
            ("2025-10-9", "2025-10-09"), ("2025-1-9", "2025-01-09"),
            ("2025-W41-4", "2025-10-09"), ("2025W414", "2025-10-09"), ("2026-W53-7", "2027-01-03"),
            ("2025-282", "2025-10-09"), ("2025282", "2025-10-09"), ("2025-282T15:45Z", "2025-10-09T15:45 +0"),
            ("2025-10-09T24:00:00", "2025-10-10T00:00"), ("2025-12-31T24:00Z", "2026-01-01T00:00 +0"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59 +0"),
            ("9998-12-31T23:59:59Z", "9998-12-31T23:59:59 +0"), ("0001-01-01", "0001-01-01"),
            ("2025-10-09T15:45:00−05:00", "2025-10-09T15:45 -300"),
        ] as [(String, String)])
    func aTimeOfAnInternetProtocolIsRead(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test(
        arguments: [
            ("9.10.2025", "2025-10-09"), ("09.10.2025, 08:05", "2025-10-09T08:05"),
            ("09.10.2025 08:05:09", "2025-10-09T08:05:09"), ("9. 10. 2025", "2025-10-09"),
            ("9.10.25", "2025-10-09"), ("08:05 09.10.2025", "2025-10-09T08:05"),
            ("2025/10/09", "2025-10-09"), ("2025/10/09 08:05", "2025-10-09T08:05"),
            ("2025.10.09", "2025-10-09"),
            ("13/10/2025", "2025-10-13"), ("10/13/2025", "2025-10-13"), ("10-13-2025", "2025-10-13"),
            ("10/10/2025", "2025-10-10"), ("10/9/2025 3:45 PM", "2025-10-09T15:45"),
            ("10/9/2025 15:45 EST", "2025-10-09T15:45 -300"), ("10/2025", "2025-10"), ("10.2025", "2025-10"),
            ("09.10.2025 | 08:05", "2025-10-09T08:05"), ("09.10.2025 – 08:05", "2025-10-09T08:05"),
        ] as [(String, String)])
    func aDateInNumbersIsRead(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test(
        arguments: [
            ("9 October 2025", "2025-10-09"), ("October 9, 2025", "2025-10-09"),
            ("October 9th, 2025", "2025-10-09"), ("October 9, 2025, 3:45 PM", "2025-10-09T15:45"),
            ("Oct. 9, 2025 at 3:45 p.m.", "2025-10-09T15:45"), ("9 Oct 2025, 3 p. m.", "2025-10-09T15:00"),
            ("Oct. 9, 2025 at 3:45pm EDT", "2025-10-09T15:45 -240"),
            ("the 9th of October 2025, 12:05 am", "2025-10-09T00:05"),
            ("12 PM, 9 Oct 2025", "2025-10-09T12:00"),
            ("2025 October 9", "2025-10-09"), ("9-Oct-2025", "2025-10-09"), ("October 2025", "2025-10"),
            ("Posted on Thursday, 9 October 2025", "2025-10-09"), ("9 Sept. 2025", "2025-09-09"),
            ("9. Oktober 2025", "2025-10-09"), ("Donnerstag, 9. März 2023, 15:45 Uhr", "2023-03-09T15:45"),
            ("am 9. Mai 2025 um 15.45 Uhr", "2025-05-09T15:45"), ("9. Jänner 2025", "2025-01-09"),
            ("le 9 août 2025 à 15h45", "2025-08-09T15:45"), ("1er févr. 2025", "2025-02-01"),
            ("mar. 7 oct. 2025", "2025-10-07"), ("9 décembre 2025", "2025-12-09"),
            ("9 октября 2025 г. в 15:45", "2025-10-09T15:45"), ("четверг, 9 мая 2025 года", "2025-05-09"),
            ("9 МАЙ 2025", "2025-05-09"), ("9 окт. 2025, 15:45", "2025-10-09T15:45"),
            ("Декабрь 2025", "2025-12"),
            ("2025 жылғы 9 қазан", "2025-10-09"), ("9 Қараша, 2025 15:45", "2025-11-09T15:45"),
            ("9 сәуір 2025", "2025-04-09"), ("9 шілде 2025", "2025-07-09"), ("9 қыркүйек 2025", "2025-09-09"),
            ("9 qarasha 2025", "2025-11-09"), ("9 säuir 2025", "2025-04-09"),
            ("9 Ekim 2025 Perşembe, 15:45", "2025-10-09T15:45"), ("9 ŞUBAT 2025", "2025-02-09"),
            ("9 Ağustos 2025", "2025-08-09"), ("9 KASIM 2025", "2025-11-09"), ("9 Aralık 2025", "2025-12-09"),
            ("9 de octubre de 2025", "2025-10-09"),
            ("jueves, 9 de enero de 2025 a las 15:45", "2025-01-09T15:45"),
            ("2025年10月9日", "2025-10-09"), ("2025年10月9日 15時45分", "2025-10-09T15:45"),
            ("2025年10月9日下午3:45", "2025-10-09T15:45"), ("2025年10月9日 星期四 15:45", "2025-10-09T15:45"),
            ("2025년 10월 9일", "2025-10-09"), ("2025년 10월 09일  오후 02:48", "2025-10-09T14:48"),
            ("2025-10-09 오전 11:23:17", "2025-10-09T11:23:17"), ("2025年10月", "2025-10"),
            ("Πεμ, 9 Ιούλ 2025 12:00:00 EST", "2025-07-09T12:00 -300"),
            ("2025-július-13T9:15-05:00", "2025-07-13T09:15 -300"),
        ] as [(String, String?)])
    func aDateInWordsIsRead(text: String, expected: String?) {
        #expect(reading(text) == expected)
    }

    @Test(
        arguments: [
            ("Z", 0), ("UTC", 0), ("GMT", 0), ("EST", -300), ("EDT", -240), ("CST", -360), ("CDT", -300),
            ("MST", -420),
            ("MDT", -360), ("PST", -480), ("PDT", -420), ("CET", 60), ("CEST", 120), ("EET", 120),
            ("EEST", 180),
            ("MSK", 180), ("BST", 60), ("IST", 330), ("+5", 300), ("GMT+5", 300), ("UTC+03:00", 180),
            ("UTC-3", -180),
            ("-0000", 0), ("+2359", 1439), ("A", nil), ("Q", nil), ("ALMT", nil), ("Europe/Berlin", nil),
            ("+9900", nil), ("+2400", nil),
        ] as [(String, Int?)])
    func aZoneIsReadOrNotStated(zone: String, minutes: Int?) {
        let time = DateReader.read("9 Oct 2025 15:45 \(zone)")
        #expect(time?.time.description == "2025-10-09T15:45")
        #expect(time?.minutesAheadOfUTC == minutes)
    }

    @Test(arguments: [
        "", " ", "2025", "today", "yesterday at 15:45", "15:45", "October", "9 October", "31 February 2025",
        "2025-02-29", "2025-13-01", "31.02.2025", "2025-10-09T25:00", "2025-10-09T15:60", "9 Oct 2025 24:00",
        "2025-10-09T24:01", "09/10/2025", "9-10-2025", "9/10/25", "25-10-09", "0000-00-00 00:00:00",
        "0000-01-01",
        "12345", "1760000000", "October 2025 15:45", "9 Smarch Oktember 2025 or so", "9 10 11 2025",
        "2025-10-09 15:45 to 16:45", "09.10.2025 was the deadline for all of us", "1.2.3", "192.168.10.20",
        "2025-W54-1", "2025-366", "2025-000", "99999999999999999999", "\u{0}", "+", "T", ":", "9 PM",
    ])
    func anythingElseIsNoTime(text: String) {
        #expect(reading(text) == nil)
    }

    @Test func countsSince1970AreReadWhereATimeIsExpected() {
        for text in ["1760024700", "1760024700000", "1760024700000000", "1760024700.25"] {
            #expect(DateReader.readNumber(text.utf8)?.time.description == "2025-10-09T15:45")
            #expect(DateReader.readNumber(text.utf8)?.minutesAheadOfUTC == 0)
        }
        for text in ["", "7", "176002470", "17600247000", "-1760024700", "1760024700x", "1760024700.2.5"] {
            #expect(DateReader.readNumber(text.utf8) == nil)
        }
    }

    @Test func everyRenderingOfATimeReadsBack() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<800 {
            let time = try RandomTime(using: &random)
            for text in time.renderings {
                #expect(DateReader.read(text)?.time == time.local, "\(text)")
                #expect(DateReader.read(text)?.minutesAheadOfUTC == time.zone, "\(text)")
            }
        }
    }

    @Test func noTextIsTooStrange() {
        var random = SeededGenerator(seed: 5)
        let parts: [String] = [
            "2025", "10", "9", "99", "999999999", "T", "t", "W", "Z", "+", "-", ":", ".", ",", "/", " ",
            "Oct", "октября",
            "年", "月", "일", "PM", "오후", "h", "Uhr", "GMT", "(", ")", "é", "\u{301}", "24:00", "60", "00",
        ]
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }
            _ = DateReader.read(text.joined())
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = DateReader.read(bytes)
            _ = DateReader.readNumber(bytes)
        }
    }

    private func reading(_ text: String) -> String? {
        guard let stated = DateReader.read(text) else { return nil }
        guard let zone = stated.minutesAheadOfUTC else { return stated.time.description }
        return "\(stated.time) \(zone < 0 ? "" : "+")\(zone)"
    }
}

/// A time with the ways in which it may be written.
private struct RandomTime {
    let local: LocalTime
    let zone: Int

    init(using random: inout SeededGenerator) throws {
        let seconds = Int64.random(in: -60_000_000_000...250_000_000_000, using: &random)
        local = try #require(LocalTime(secondsByItsOwnClock: seconds, precision: .minute))
        zone = Int.random(in: -1439...1439, using: &random)
    }

    var renderings: [String] {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = "\(two(local.hour)):\(two(local.minute)):\(two(local.second))"
        let year = String(String(local.year + 10_000).dropFirst())
        let sign = zone < 0 ? "-" : "+"
        let (hours, minutes) = (two(abs(zone) / 60), two(abs(zone) % 60))
        let month = months[local.month - 1]
        return [
            "Sun, \(two(local.day)) \(month) \(year) \(clock) \(sign)\(hours)\(minutes)",
            "\(local.day) \(month) \(year) \(clock) \(sign)\(hours)\(minutes)",
            "\(year)-\(two(local.month))-\(two(local.day))T\(clock)\(sign)\(hours):\(minutes)",
            "\(year)-\(two(local.month))-\(two(local.day)) \(clock).25 \(sign)\(hours)\(minutes)",
            "\(year)\(two(local.month))\(two(local.day))T\(two(local.hour))\(two(local.minute))\(two(local.second))"
                + "\(sign)\(hours)\(minutes)",
            "\(two(local.day)).\(two(local.month)).\(year), \(clock) \(sign)\(hours):\(minutes)",
        ]
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
