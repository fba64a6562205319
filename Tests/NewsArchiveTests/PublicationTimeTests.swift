import Testing

@testable import NewsArchive

@Suite struct PublicationTimeTests {
    private let almaty = LocalTimeRule(name: "+05:00") { _ in 300 }

    @Test func aStampIsAnInstantByTheRule() throws {
        let stamp = try #require(LocalTime(year: 2025, month: 10, day: 9, hour: 12, minute: 21))
        let time = PublicationTime(stamp, origin: .stated, rule: almaty)
        #expect(time.description == "2025-10-09T12:21:00+05:00")
        #expect(time.secondsSince1970 == 1_760_012_460 - 18_000)
        #expect(time.local == stamp)
    }

    @Test func aDateIsNoInstantAndStaysTheDate() throws {
        let day = try #require(LocalTime(year: 2025, month: 10, day: 9))
        #expect(PublicationTime(day, origin: .dump, rule: almaty).description == "2025-10-09")
        let month = try #require(LocalTime(year: 2025, month: 10))
        #expect(PublicationTime(month, origin: .dump, rule: almaty).description == "2025-10")
    }

    @Test func coordinatedUniversalTimeIsZ() throws {
        let stamp = try #require(LocalTime(year: 1969, month: 12, day: 31, hour: 23, minute: 59))
        let time = PublicationTime(stamp, origin: .stated, rule: .utc)
        #expect(time.description == "1969-12-31T23:59:00Z")
        #expect(time.minute == -1)
    }

    @Test func anOffsetBehindUTCIsNegative() throws {
        let stamp = try #require(LocalTime(year: 2025, month: 1, day: 1, hour: 0, minute: 30))
        let rule = LocalTimeRule(name: "-03:30") { _ in -210 }
        #expect(
            PublicationTime(stamp, origin: .stated, rule: rule).description == "2025-01-01T00:30:00-03:30")
    }
}
