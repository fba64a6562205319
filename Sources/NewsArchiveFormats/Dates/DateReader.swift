/// Reads dates as feeds, tables and people write them.
///
/// RFC 822, 1123, 850 and asctime; RFC 3339, ISO 8601 and what is near it; numbers with dots, slashes and hyphens; names of
/// months in the languages of ``MonthNames``; 2025年10月9日. What was decided where a date can be read in several ways:
/// - A weekday is not looked at, nor is what stands in parentheses.
/// - Years of two digits are 1969 to 2068, as POSIX has it; of three digits, 1900 and as many (RFC 5322, 4.3).
/// - 9/10/2025 may be October or September: it is no date, but for a time with AM or PM or an American zone, which make the
///   month come first. With dots, and where a number is larger than 12 or both are the same, there is no doubt.
/// - 24:00 is the next midnight after a date as ISO 8601 writes it, and no time elsewhere; a leap second is the second before.
/// - A zone that is not known, or ahead of UTC by a day or more, is a zone that is not stated.
/// - A year alone is no date; fractions of seconds are dropped.
package enum DateReader {
    /// The time that a text states; nil when there is none in it that exists.
    package static func read(_ text: String) -> StatedTime? {
        read(text.utf8)
    }

    /// The time that a text in UTF-8 states; nil when there is none in it that exists.
    package static func read(_ text: some Collection<UInt8>) -> StatedTime? {
        guard let tokens = DateToken.tokens(of: text), !tokens.isEmpty else { return nil }
        var reading = DateReading(tokens)
        return reading.time()
    }

    /// The time that a count since 1970 states: seconds in 10 digits, milliseconds in 13, microseconds in 16.
    ///
    /// Digits behind a point are dropped. Such numbers are times only where a time is expected.
    package static func readNumber(_ text: some Collection<UInt8>) -> StatedTime? {
        let digits = text.prefix(while: \.isDigit)
        let fraction = text.dropFirst(digits.count)
        guard fraction.isEmpty || fraction.first == UInt8(ascii: "."),
            fraction.dropFirst().allSatisfy(\.isDigit),
            let divisor: Int64 = [10: 1, 13: 1000, 16: 1_000_000][digits.count],
            let number = Int64(String(decoding: digits, as: UTF8.self)),
            let time = LocalTime(secondsByItsOwnClock: number / divisor, precision: .minute)
        else { return nil }
        return StatedTime(time, minutesAheadOfUTC: 0)
    }
}
