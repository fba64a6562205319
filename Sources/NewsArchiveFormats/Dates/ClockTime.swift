/// A time of day as it is written, not yet checked.
struct ClockTime {
    private(set) var hour: Int
    let minute: Int
    let second: Int
    /// Whether it was said to be before or after noon.
    private(set) var hasHalf = false

    init(hour: Int, minute: Int = 0, second: Int = 0) {
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The time that 15, 1545 and 154500 say; nil for another count of digits.
    init?(basic number: Int, digits: Int) {
        switch digits {
        case 2: self.init(hour: number)
        case 4: self.init(hour: number / 100, minute: number % 100)
        case 6: self.init(hour: number / 10_000, minute: number / 100 % 100, second: number % 100)
        default: return nil
        }
    }

    /// Counts the hours before or after noon. False when there is no such hour.
    mutating func apply(isAfternoon: Bool) -> Bool {
        hasHalf = true
        guard hour <= (isAfternoon ? 23 : 12) else { return false }
        if hour == 12, !isAfternoon { hour = 0 }
        if hour < 12, isAfternoon { hour += 12 }
        return true
    }

    /// The time on a day; nil when there is none.
    func time(on day: LocalTime, isISO: Bool) -> LocalTime? {
        if isISO, hour == 24, minute == 0, second == 0 {
            return LocalTime(secondsByItsOwnClock: day.secondsByItsOwnClock + 86_400, precision: .minute)
        }
        return LocalTime(
            year: day.year, month: day.month, day: day.day, hour: hour, minute: minute,
            second: second == 60 ? 59 : second)
    }
}

extension ClockTime {
    /// A time at the start of some tokens, and how many of them it takes.
    struct Found {
        let clock: ClockTime
        private(set) var count: Int

        private init(_ clock: ClockTime, count: Int) {
            self.clock = clock
            self.count = count
        }

        /// Nil when the tokens begin with something else.
        ///
        /// - Parameter afterDate: whether a T stands before them, so that 1545 is a time.
        init?(_ tokens: ArraySlice<DateToken>, afterDate: Bool) {
            guard let hour = tokens.first, let number = hour.number, hour.digits <= 6 else { return nil }
            let next = tokens.dropFirst().first
            if next?.isMark(":") == true {
                self.init(separated: tokens)
            } else if let word = next?.word, DateWords.hours.contains(word), hour.digits <= 2 {
                self.init(worded: tokens)
            } else if hour.digits <= 2, let first = next?.word?.utf8.first, first < 0x80,
                // Not before 오전 or 下午, which stand before their hour: "2025-10-09 오전 11:23".
                DateWords.halfOfDay(tokens.dropFirst()) != nil
            {
                self.init(ClockTime(hour: number), count: 1)
            } else if let minute = Self.minuteBeforeUhr(tokens) {
                self.init(ClockTime(hour: number, minute: minute), count: 3)
            } else if afterDate, let basic = ClockTime(basic: number, digits: hour.digits) {
                self.init(basic, count: 1)
                skipFraction(tokens)
            } else {
                return nil
            }
        }

        // 15:45, 15:45:00, 15:45:00.123
        private init?(separated tokens: ArraySlice<DateToken>) {
            let parts = Array(tokens.prefix(5))
            guard parts.count >= 3, let hour = parts[0].number, let minute = parts[2].number,
                parts[0].digits <= 2,
                parts[2].digits <= 2
            else { return nil }
            guard parts.count == 5, parts[3].isMark(":"), let second = parts[4].number, parts[4].digits <= 2
            else {
                self.init(ClockTime(hour: hour, minute: minute), count: 3)
                return
            }
            self.init(ClockTime(hour: hour, minute: minute, second: second), count: 5)
            skipFraction(tokens)
        }

        // 15時45分30秒, 15h45
        private init?(worded tokens: ArraySlice<DateToken>) {
            let parts = Array(tokens.prefix(6))
            guard let hour = parts[0].number else { return nil }
            guard parts.count >= 3, let minute = parts[2].number, parts[2].digits <= 2 else {
                self.init(ClockTime(hour: hour), count: 2)
                return
            }
            guard parts.count >= 4, let word = parts[3].word, DateWords.minutes.contains(word) else {
                self.init(ClockTime(hour: hour, minute: minute), count: 3)
                return
            }
            guard parts.count == 6, let second = parts[4].number, let last = parts[5].word,
                DateWords.seconds.contains(last)
            else {
                self.init(ClockTime(hour: hour, minute: minute), count: 4)
                return
            }
            self.init(ClockTime(hour: hour, minute: minute, second: second), count: 6)
        }

        private mutating func skipFraction(_ tokens: ArraySlice<DateToken>) {
            let rest = Array(tokens.dropFirst(count).prefix(2))
            guard rest.count == 2, rest[0].isMark(".") || rest[0].isMark(","), rest[0].isAdjacent,
                rest[1].isAdjacent,
                rest[1].number != nil
            else { return }
            count += 2
        }

        // 15.45 Uhr
        private static func minuteBeforeUhr(_ tokens: ArraySlice<DateToken>) -> Int? {
            let parts = Array(tokens.prefix(4))
            guard parts.count == 4, parts[1].isMark("."), parts[2].isAdjacent, parts[3].word == "uhr" else {
                return nil
            }
            return parts[2].number
        }
    }
}
