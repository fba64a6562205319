import NewsArchiveFormats
import Testing

struct LocalTimeTests {
    @Test(arguments: [
        (2024, 2, 29), (2000, 2, 29), (2025, 1, 31), (2025, 4, 30), (2025, 12, 31), (1, 1, 1), (9999, 12, 31),
    ])
    func aDayThatExistsIsADay(year: Int, month: Int, day: Int) throws {
        let time = try #require(LocalTime(year: year, month: month, day: day))
        #expect([time.year, time.month, time.day, time.minuteOfDay] == [year, month, day, 0])
        #expect(time.precision == .day)
    }

    @Test(arguments: [
        (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2025, 4, 31), (2025, 1, 32), (2025, 1, 0),
        (2025, 13, 1),
        (2025, 0, 1), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2025, 1, -1), (.max, .max, .max),
        (.min, .min, .min),
    ])
    func aDayThatDoesNotExistIsNone(year: Int, month: Int, day: Int) {
        #expect(LocalTime(year: year, month: month, day: day) == nil)
        #expect(LocalTime(year: year, month: month, day: day, hour: 10, minute: 0) == nil)
    }

    @Test func aMinuteIsKnownByHourAndMinute() throws {
        let time = try #require(LocalTime(year: 2025, month: 10, day: 9, hour: 23, minute: 59))
        #expect(time.minuteOfDay == 1439)
        #expect([time.hour, time.minute] == [23, 59])
        #expect(time.precision == .minute)
    }

    @Test(arguments: [(24, 0), (23, 60), (-1, 0), (0, -1), (24, 10)])
    func aMinuteThatDoesNotExistIsNone(hour: Int, minute: Int) {
        #expect(LocalTime(year: 2025, month: 10, day: 9, hour: hour, minute: minute) == nil)
    }

    @Test func aMonthIsItsFirstDayWithAnotherPrecision() throws {
        let month = try #require(LocalTime(year: 2025, month: 10))
        #expect(month.day == 1)
        #expect(month.precision == .month)
        #expect(month != LocalTime(year: 2025, month: 10, day: 1))
        #expect(LocalTime(year: 2025, month: 13) == nil)
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1970, 1, 2, 86_400), (1969, 12, 31, -86_400), (2000, 3, 1, 951_868_800),
        (2025, 10, 9, 1_759_968_000), (1, 1, 1, -62_135_596_800), (9999, 12, 31, 253_402_214_400),
    ])
    func theSecondsOfADayAreKnown(year: Int, month: Int, day: Int, seconds: Int64) {
        #expect(LocalTime(year: year, month: month, day: day)?.secondsByItsOwnClock == seconds)
    }

    @Test func everyDayOfFiveCenturiesComesBackFromItsSeconds() throws {
        var expected = try #require(LocalTime(year: 1700, month: 1, day: 1)).secondsByItsOwnClock
        for year in 1700...2200 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let time = LocalTime(year: year, month: month, day: day) else { continue }
                    let seconds = time.secondsByItsOwnClock
                    let isNextDay = seconds == expected
                    let isSame = LocalTime(secondsByItsOwnClock: seconds, precision: .day) == time
                    #expect(isNextDay && isSame, "\(time)")
                    expected = seconds + 86_400
                }
            }
        }
    }

    @Test(arguments: LocalTime.Precision.allCases)
    func everyThousandthSecondComesBackFromItsSeconds(precision: LocalTime.Precision) throws {
        for minute in stride(from: -300_000_000 as Int64, through: 300_000_000, by: 100_003) {
            let time = try #require(LocalTime(secondsByItsOwnClock: minute * 60 + 59, precision: precision))
            let again = LocalTime(secondsByItsOwnClock: time.secondsByItsOwnClock, precision: precision)
            #expect(again == time)
            if precision == .minute { #expect(time.secondsByItsOwnClock == minute * 60 + 59) }
        }
    }

    @Test(arguments: [.min, -62_135_596_801, 253_402_300_800, .max] as [Int64])
    func secondsOutsideTheYearsAreNone(seconds: Int64) {
        for precision in LocalTime.Precision.allCases {
            #expect(LocalTime(secondsByItsOwnClock: seconds, precision: precision) == nil)
        }
    }

    @Test func theFirstAndTheLastMinuteComeBack() {
        let first = LocalTime(secondsByItsOwnClock: -62_135_596_800, precision: .minute)
        let last = LocalTime(secondsByItsOwnClock: 253_402_300_799, precision: .minute)
        #expect(first?.description == "0001-01-01T00:00")
        #expect(last?.description == "9999-12-31T23:59:59")
    }

    @Test func theDescriptionIsISO8601() {
        #expect(LocalTime(year: 2025, month: 10)?.description == "2025-10")
        #expect(LocalTime(year: 987, month: 1, day: 2)?.description == "0987-01-02")
        #expect(
            LocalTime(year: 2025, month: 1, day: 2, hour: 3, minute: 4)?.description == "2025-01-02T03:04")
    }

    @Test(arguments: ["2025-10", "2025-10-09", "0001-01", "9999-12-31", "2024-02-29"])
    func aDateInISO8601IsReadAndWrittenTheSame(text: String) {
        #expect(LocalTime(iso8601Date: text)?.description == text)
    }

    @Test(arguments: [
        "", "-", "2025", "2025-", "2025-02-30", "2025-13", "2025-10-09-", "2025-10-09T10:00", "2025/10/09",
        " 2025-10-09", "2025-10-09 ", "٢٠٢٥-١٠-٠٩", "２０２５-10", "2025--10", "-2025-10",
        "99999999999999999999-10",
        "2025-10-0x09",
    ])
    func anythingElseIsNoISO8601Date(text: String) {
        #expect(LocalTime(iso8601Date: text) == nil)
    }

    @Test(arguments: ["2025-1-9", "2025-1", "+2025-10", "2025-+10-+9", "02025-010-009", "25-10-09"])
    func aDateInOtherThanFourAndTwoDigitsIsNoISO8601Date(text: String) {
        #expect(LocalTime(iso8601Date: text) == nil)
    }

    @Test(
        arguments: [(7, 2, 3), (-7, 2, -4), (-8, 2, -4), (0, 5, 0), (-1, 400, -1), (.min, 1, .min)]
            as [(Int64, Int64, Int64)])
    func aFlooredQuotientIsRoundedDown(number: Int64, divisor: Int64, quotient: Int64) {
        #expect(number.flooredQuotient(divisor) == quotient)
    }
}
