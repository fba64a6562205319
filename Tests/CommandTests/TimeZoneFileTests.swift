import Testing

@testable import NewsArchive
@testable import news_archive

// The zones themselves are tested in child processes: a process takes on the zone that it asks for.
struct TimeZoneFileTests {
    @Test func coordinatedUniversalTimeNeedsNoFile() throws {
        let rule = try TimeZoneFile.rule(named: "UTC")
        let noon = try #require(LocalTime(year: 2025, month: 7, day: 1, hour: 12, minute: 0))
        #expect(rule.name == "UTC")
        #expect(rule.minutesAheadOfUTC(noon) == 0)
    }

    @Test(arguments: [
        "", "Nowhere/Atlantis", "/usr/share/zoneinfo/Asia/Almaty", "../zoneinfo/Asia/Almaty",
        "Asia/../../../../etc/passwd", ":Asia/Almaty", "asia/almaty ", "UTC+5",
    ])
    func aNameThatIsNoZoneIsRefused(name: String) {
        #expect(throws: (any Error).self) { try TimeZoneFile.rule(named: name) }
    }
}

@Suite(.enabled(if: Machine.hasTimeZones))
struct TimeZoneTests {
    private func published(_ stamp: String, zone: String) throws -> String? {
        let place = try Workspace()
        try place.write("\(stamp)\nNew ferry\nIt sails.\n", to: "dump.txt")
        let outcome = try place.run("import", "--time-zone", zone, "dump.txt")
        #expect(outcome.status == 0, "\(outcome.errorText)")
        return try place.search("ferry").first?["published"].string
    }

    @Test(arguments: [
        ("Asia/Almaty", "09.10.2025, 12:21", "2025-10-09T12:21:00+05:00"),
        ("Asia/Almaty", "09.10.2023, 12:21", "2023-10-09T12:21:00+06:00"),
        ("Europe/Berlin", "01.07.2025, 12:00", "2025-07-01T12:00:00+02:00"),
        ("Europe/Berlin", "01.12.2025, 12:00", "2025-12-01T12:00:00+01:00"),
        ("Europe/Berlin", "01.01.1969, 00:00", "1969-01-01T00:00:00+01:00"),
        ("Asia/Kathmandu", "09.10.2025, 12:21", "2025-10-09T12:21:00+05:45"),
        ("America/St_Johns", "09.07.2025, 12:21", "2025-07-09T12:21:00-02:30"),
        ("Pacific/Kiritimati", "01.01.2025, 00:00", "2025-01-01T00:00:00+14:00"),
        ("Etc/GMT+5", "01.01.2025, 00:00", "2025-01-01T00:00:00-05:00"),
        ("UTC", "09.10.2025, 12:21", "2025-10-09T12:21:00Z"),
    ])
    func aStampIsOfItsZone(zone: String, stamp: String, expected: String) throws {
        #expect(try published(stamp, zone: zone) == expected)
    }

    @Test(arguments: [
        ("Europe/Berlin", "26.10.2025, 02:30", "2025-10-26T02:30:00+02:00"),
        ("America/New_York", "02.11.2025, 01:30", "2025-11-02T01:30:00-04:00"),
        ("Australia/Lord_Howe", "06.04.2025, 01:45", "2025-04-06T01:45:00+11:00"),
    ])
    func aTimeThatTheClocksShowTwiceIsTheFirst(zone: String, stamp: String, expected: String) throws {
        #expect(try published(stamp, zone: zone) == expected)
    }

    @Test func itIsTheFirstAlsoWhereAZoneChangedItsOffsetForGood() throws {
        #expect(try published("29.02.2024, 23:30", zone: "Asia/Almaty") == "2024-02-29T23:30:00+06:00")
    }

    // The files call Ireland's winter time, and Morocco's of Ramadan, the one that differs from standard time.
    @Test(arguments: [
        ("Europe/Dublin", "26.10.2025, 01:30", "2025-10-26T01:30:00+01:00"),
        ("Africa/Casablanca", "23.02.2025, 02:30", "2025-02-23T02:30:00+01:00"),
    ])
    func itIsTheFirstAlsoWhereWinterTimeIsTheSpecialOne(zone: String, stamp: String, expected: String) throws
    {
        let shown = try published(stamp, zone: zone)
        #expect(shown == expected)
    }

    @Test func aTimeThatTheClocksSkipIsAsFarBehindTheGap() throws {
        #expect(try published("30.03.2025, 02:30", zone: "Europe/Berlin") == "2025-03-30T02:30:00+01:00")
    }

    @Test(arguments: [
        ("Europe/Dublin", "30.03.2025, 01:30", "2025-03-30T01:30:00Z"),
        ("Africa/Casablanca", "06.04.2025, 02:30", "2025-04-06T02:30:00Z"),
    ])
    func itIsAsFarBehindTheGapAlsoWhereWinterTimeIsTheSpecialOne(
        zone: String, stamp: String, expected: String
    )
        throws
    {
        let shown = try published(stamp, zone: zone)
        #expect(shown == expected)
    }

    @Test(arguments: [
        ("Europe/Moscow", "27.03.2011, 02:30", "2011-03-27T02:30:00+03:00"),
        ("America/Caracas", "01.05.2016, 02:45", "2016-05-01T02:45:00-04:30"),
        ("Pacific/Apia", "30.12.2011, 12:00", "2011-12-30T12:00:00-10:00"),
    ])
    func itIsAsFarBehindTheGapAlsoWhereAZoneChangedItsOffsetForGood(
        zone: String, stamp: String, expected: String
    ) throws {
        let shown = try published(stamp, zone: zone)
        #expect(shown == expected)
    }

    @Test func aDateIsTheSameInEveryZone() throws {
        #expect(try published("09.10.2025", zone: "Pacific/Kiritimati") == "2025-10-09")
    }

    @Test func aReaderIsShownTheClockOfTheStamp() throws {
        let place = try Workspace()
        try place.write("09.10.2025, 12:21 5\nNew ferry\nIt sails.\n", to: "dump.txt")
        _ = try place.run("import", "--time-zone", "Asia/Almaty", "dump.txt")
        #expect(try place.run("search", "ferry").text.contains("2025-10-09 12:21 +05:00"))
    }

    @Test func anUnknownZoneIsWrongUsageAndSaysWhereTheNamesAre() throws {
        let place = try Workspace()
        try place.write("09.10.2025, 12:21 5\nNew ferry\nIt sails.\n", to: "dump.txt")
        let outcome = try place.run("import", "--time-zone", "Nowhere/Atlantis", "dump.txt")
        #expect(outcome.status == 64)
        #expect(outcome.errorText.contains("There is no time zone \"Nowhere/Atlantis\""))
        #expect(outcome.errorText.contains("/usr/share/zoneinfo"))
        #expect(try place.names() == ["dump.txt"])
    }

    @Test(arguments: ["Europe", "zone.tab", "tzdata.zi", "Europe/"])
    func whatIsNoZoneFileIsNoZone(name: String) throws {
        let place = try Workspace()
        try place.write("09.10.2025, 12:21 5\nNew ferry\nIt sails.\n", to: "dump.txt")
        let outcome = try place.run("import", "--time-zone", name, "dump.txt")
        #expect(outcome.status == 64)
    }
}
