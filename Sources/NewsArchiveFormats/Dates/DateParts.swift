/// The numbers and the name of a month that make a date, in the order in which they stand.
struct DateParts {
    private struct Number {
        let value: Int
        let digits: Int
        /// What stands before it: `-`, `/`, `.`, or 0.
        let separator: UInt8
    }

    private var numbers: [Number] = []
    private var month: Int?
    // How many numbers stand before the month's name.
    private var monthIndex = 0
    private var separator: UInt8 = 0
    private var isWeek = false
    /// Whether a T stands after it, as ISO 8601 has it.
    private(set) var hasTimeMark = false

    var isEmpty: Bool { numbers.isEmpty && month == nil }

    /// Whether it begins with its year, as ISO 8601 has it.
    var isISO: Bool { month == nil && (numbers.first?.digits ?? 0) >= 4 }

    /// False when there are more numbers than a date has.
    mutating func add(_ value: Int, digits: Int) -> Bool {
        numbers.append(Number(value: value, digits: digits, separator: separator))
        separator = 0
        return numbers.count <= 3 && digits <= 8
    }

    /// False when another month was named before.
    ///
    /// A month that stands first and is followed by another was a weekday: "mar. 7 oct. 2025".
    mutating func add(month: Int) -> Bool {
        if self.month != nil, monthIndex > 0 { return false }
        self.month = month
        monthIndex = numbers.count
        separator = 0
        return true
    }

    mutating func addSeparator(_ mark: UInt8) {
        separator = mark
    }

    /// Takes the W of a week, the T before a time. False when they stand elsewhere.
    mutating func addMark(_ word: String) -> Bool {
        if word == "w" {
            guard numbers.count == 1, numbers[0].digits == 4, !isWeek else { return false }
            isWeek = true
        } else {
            guard !isEmpty, !hasTimeMark else { return false }
            hasTimeMark = true
        }
        return true
    }

    /// The date; nil when there is none.
    func date(isMonthFirst: Bool) -> LocalTime? {
        if isWeek { return dayOfWeek }
        if let month { return named(month) }
        switch numbers.count {
        case 1: return basic(numbers[0])
        case 2: return monthOrDayOfYear
        case 3: return numbered(isMonthFirst: isMonthFirst)
        default: return nil
        }
    }
}

extension DateParts {
    private func year(_ number: Number) -> Int? {
        switch number.digits {
        case 4: number.value
        case 3: number.value + 1900
        case 2: number.value + (number.value <= 68 ? 2000 : 1900)
        default: nil
        }
    }

    // 9 October 2025, October 9, 2025, 2025-Oct-09, October 2025
    private func named(_ month: Int) -> LocalTime? {
        switch numbers.count {
        case 1:
            guard numbers[0].digits == 4 else { return nil }
            return LocalTime(year: numbers[0].value, month: month)
        case 2:
            let isYearFirst = numbers[0].digits >= 3
            let (day, year) = isYearFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
            guard day.digits <= 2, let year = self.year(year) else { return nil }
            return LocalTime(year: year, month: month, day: day.value)
        default: return nil
        }
    }

    // 20251009, 2025282
    private func basic(_ number: Number) -> LocalTime? {
        switch number.digits {
        case 8:
            LocalTime(
                year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
        case 7: Self.day(number.value % 1000, ofYear: number.value / 1000)
        default: nil
        }
    }

    // 2025-10, 10/2025, 2025-282
    private var monthOrDayOfYear: LocalTime? {
        let (first, second) = (numbers[0], numbers[1])
        switch (first.digits, second.digits) {
        case (4, 1...2): return LocalTime(year: first.value, month: second.value)
        case (1...2, 4): return LocalTime(year: second.value, month: first.value)
        case (4, 3): return Self.day(second.value, ofYear: first.value)
        default: return nil
        }
    }

    private func numbered(isMonthFirst: Bool) -> LocalTime? {
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        guard second.digits <= 2, second.separator == third.separator else { return nil }
        if first.digits == 4, third.digits <= 2 {
            return LocalTime(year: first.value, month: second.value, day: third.value)
        }
        guard first.digits <= 2 else { return nil }
        if second.separator == UInt8(ascii: "."), let year = year(third) {
            return LocalTime(year: year, month: second.value, day: first.value)
        }
        guard third.digits == 4 else { return nil }
        if first.value > 12 || first.value == second.value {
            return LocalTime(year: third.value, month: second.value, day: first.value)
        }
        guard second.value > 12 || isMonthFirst else { return nil }
        return LocalTime(year: third.value, month: first.value, day: second.value)
    }

    // 2025-W41-4, 2025W414: the week that holds 4 January is the first.
    private var dayOfWeek: LocalTime? {
        guard let year = numbers.first?.value, let (week, day) = weekAndDay, (1...53).contains(week),
            (1...7).contains(day), let fourth = LocalTime(year: year, month: 1, day: 4)
        else { return nil }
        let days = fourth.secondsByItsOwnClock.flooredQuotient(86_400)
        // 1970 began on a Thursday.
        let weekday = (days + 3) - (days + 3).flooredQuotient(7) * 7
        let monday = days - weekday
        return LocalTime(
            secondsByItsOwnClock: (monday + Int64((week - 1) * 7 + day - 1)) * 86_400, precision: .day)
    }

    private var weekAndDay: (week: Int, day: Int)? {
        if numbers.count == 3, numbers[1].digits == 2, numbers[2].digits == 1 {
            return (numbers[1].value, numbers[2].value)
        }
        guard numbers.count == 2, numbers[1].digits == 3 else { return nil }
        return (numbers[1].value / 10, numbers[1].value % 10)
    }

    private static func day(_ day: Int, ofYear year: Int) -> LocalTime? {
        guard day >= 1, let first = LocalTime(year: year, month: 1, day: 1) else { return nil }
        let time = LocalTime(
            secondsByItsOwnClock: first.secondsByItsOwnClock + Int64(day - 1) * 86_400, precision: .day)
        return time?.year == year ? time : nil
    }
}
