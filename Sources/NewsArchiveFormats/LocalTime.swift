/// A date, or a date with a time, as a dump states it: by the clock on a wall, its zone unsaid.
public struct LocalTime: Hashable, Sendable {
    /// How exactly a time is known.
    public enum Precision: String, Hashable, Sendable, CaseIterable {
        /// The minute is stated, and perhaps the second.
        case minute
        /// The day alone is stated.
        case day
        /// The month alone is stated.
        case month
    }

    /// The year of the Gregorian calendar, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31; 1 where the month alone is known.
    public let day: Int
    /// Minutes since midnight, 0 to 1439; 0 where the day alone is known.
    public let minuteOfDay: Int
    /// Seconds since the minute began, 0 to 59; 0 where they are not stated.
    public let second: Int
    /// What of the above was stated.
    public let precision: Precision

    /// A month.
    ///
    /// - Returns: nil when there is no such month.
    public init?(year: Int, month: Int) {
        self.init(year: year, month: month, day: 1, minuteOfDay: 0, precision: .month)
    }

    /// A day.
    ///
    /// - Returns: nil when there is no such day in the Gregorian calendar.
    public init?(year: Int, month: Int, day: Int) {
        self.init(year: year, month: month, day: day, minuteOfDay: 0, precision: .day)
    }

    /// A minute of a day, perhaps with its second.
    ///
    /// - Returns: nil when there is no such day or no such time; 24:00 is none, nor is a leap second.
    public init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
            return nil
        }
        self.init(
            year: year, month: month, day: day, minuteOfDay: hour * 60 + minute, second: second,
            precision: .minute)
    }

    private init?(
        year: Int, month: Int, day: Int, minuteOfDay: Int, second: Int = 0, precision: Precision
    ) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.days(inMonth: month, ofYear: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.minuteOfDay = minuteOfDay
        self.second = second
        self.precision = precision
    }

    /// The hour of the day, 0 to 23.
    public var hour: Int { minuteOfDay / 60 }

    /// The minute of the hour, 0 to 59.
    public var minute: Int { minuteOfDay % 60 }

    /// Seconds since 1970-01-01 00:00, both read on the same clock; seconds since 1970 UTC if that clock shows UTC.
    public var secondsByItsOwnClock: Int64 {
        (Self.daysSince1970(year: year, month: month, day: day) * 1440 + Int64(minuteOfDay)) * 60
            + Int64(second)
    }

    /// The time that a clock shows so many seconds after it showed 1970-01-01 00:00.
    ///
    /// - Returns: nil outside the years 1 to 9999.
    public init?(secondsByItsOwnClock seconds: Int64, precision: Precision) {
        let minutes = seconds.flooredQuotient(60)
        let days = minutes.flooredQuotient(1440)
        let (year, month, day) = Self.date(daysSince1970: days)
        switch precision {
        case .month: self.init(year: year, month: month)
        case .day: self.init(year: year, month: month, day: day)
        case .minute:
            self.init(
                year: year, month: month, day: day, minuteOfDay: Int(minutes - days * 1440),
                second: Int((seconds % 60 + 60) % 60), precision: .minute)
        }
    }
}

extension LocalTime {
    /// The day or month that ISO 8601 writes so: 2025-10-09 or 2025-10.
    ///
    /// - Returns: nil for anything else.
    public init?(iso8601Date text: String) {
        var scanner = ByteScanner(text.utf8)
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2)
        else { return nil }
        if scanner.isAtEnd {
            self.init(year: year, month: month)
        } else {
            guard scanner.skip("-"), let day = scanner.number(digits: 2), scanner.isAtEnd else { return nil }
            self.init(year: year, month: month, day: day)
        }
    }
}

extension LocalTime {
    /// The time that ``description`` writes so: 2025-10-09T12:21, with or without seconds, or a date.
    ///
    /// - Returns: nil for anything else.
    package init?(iso8601 text: String) {
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "T")) else {
            self.init(iso8601Date: text)
            return
        }
        guard let date = LocalTime(iso8601Date: String(text[..<mark])), date.precision == .day else {
            return nil
        }
        var scanner = ByteScanner(text[mark...].utf8.dropFirst())
        guard let hour = scanner.number(digits: 2), scanner.skip(":"), let minute = scanner.number(digits: 2)
        else { return nil }
        var second = 0
        if !scanner.isAtEnd {
            guard scanner.skip(":"), let stated = scanner.number(digits: 2), scanner.isAtEnd else {
                return nil
            }
            second = stated
        }
        self.init(
            year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second)
    }
}

extension LocalTime: CustomStringConvertible {
    /// The time as ISO 8601 writes it: 2025-10-09T12:21, with seconds if they are not 0, 2025-10-09 or 2025-10.
    public var description: String {
        let monthText = "\(padded(year, 4))-\(padded(month, 2))"
        switch precision {
        case .month: return monthText
        case .day: return "\(monthText)-\(padded(day, 2))"
        case .minute:
            let time = "\(monthText)-\(padded(day, 2))T\(padded(hour, 2)):\(padded(minute, 2))"
            return second == 0 ? time : "\(time):\(padded(second, 2))"
        }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension LocalTime {
    private static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    // Years begin in March here, so that the leap day is the last of its year; 400 years have 146,097 days.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = Int64(month <= 2 ? year - 1 : year)
        let era = shifted.flooredQuotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = Int64((153 * ((month + 9) % 12) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(daysSince1970 days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        return (
            Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), Int(month),
            Int(dayOfYear - (153 * march + 2) / 5 + 1)
        )
    }
}

extension Int64 {
    /// The quotient rounded down, also below zero. The divisor must be positive.
    package func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
