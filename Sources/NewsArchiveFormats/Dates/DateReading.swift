/// One look at a date, part by part.
struct DateReading {
    private let tokens: [DateToken]
    private var position = 0
    private var date = DateParts()
    private var clock: ClockTime?
    // Said before the time, as Chinese, Japanese and Korean do.
    private var isAfternoon: Bool?
    private var zone: Int?
    // A name after the time that is not known may be a zone; a second one is a text.
    private var hasZoneName = false
    private var isAmerican = false
    private var unknownWords = 0

    init(_ tokens: [DateToken]) {
        self.tokens = tokens
    }

    /// The time that the parts state together; nil where a part is unknown, or the time does not exist.
    mutating func time() -> StatedTime? {
        while position < tokens.count {
            let token = tokens[position]
            let isUnderstood =
                switch token.kind {
                case .number(let number): readNumber(number, token)
                case .word(let word): read(word)
                case .mark(let mark): read(mark)
                }
            guard isUnderstood else { return nil }
        }
        guard var clock else { return date.date(isMonthFirst: false).map { StatedTime($0) } }
        if let isAfternoon, !clock.apply(isAfternoon: isAfternoon) { return nil }
        guard let day = date.date(isMonthFirst: clock.hasHalf || isAmerican), day.precision == .day,
            let time = clock.time(on: day, isISO: date.isISO)
        else { return nil }
        return StatedTime(time, minutesAheadOfUTC: zone)
    }
}

extension DateReading {
    private func token(_ distance: Int) -> DateToken? {
        position + distance < tokens.count ? tokens[position + distance] : nil
    }

    private mutating func readNumber(_ number: Int, _ token: DateToken) -> Bool {
        if let found = ClockTime.Found(tokens[position...], afterDate: date.hasTimeMark) {
            guard clock == nil else { return false }
            clock = found.clock
            position += found.count
            return readZoneOffset()
        }
        position += 1
        // 20251009154500: a day and its time in one.
        if date.isEmpty, token.digits == 12 || token.digits == 14 {
            let time = token.digits == 14 ? number % 1_000_000 : number % 10_000 * 100
            clock = ClockTime(basic: time, digits: 6)
            return date.add(token.digits == 14 ? number / 1_000_000 : number / 10_000, digits: 8)
        }
        return date.add(number, digits: token.digits)
    }

    private mutating func read(_ word: String) -> Bool {
        defer { position += 1 }
        if let month = MonthNames.month(word) { return date.add(month: month) }
        if word == "w" || word == "t", date.addMark(word) { return true }
        // "am" is German, too: "am 9. Oktober".
        if let half = DateWords.halfOfDay(tokens[position...]), clock != nil || word != "am" {
            isAfternoon = half.isAfternoon
            position += half.count - 1
            return true
        }
        if clock != nil, !hasZoneName, let minutes = ZoneNames.minutesAheadOfUTC(word) {
            hasZoneName = true
            zone = minutes
            isAmerican = minutes < 0
            if ZoneNames.isUniversal(word) {
                position += 1
                defer { position -= 1 }
                return readZoneOffset()
            }
            return true
        }
        if DateWords.silent.contains(word) { return true }
        return readUnknown()
    }

    // A weekday or "Posted" before the date, a zone after the time ("Europe/Berlin"), 星期四 between them.
    private mutating func readUnknown() -> Bool {
        if clock != nil, !date.isEmpty, !hasZoneName {
            hasZoneName = true
            while let mark = token(1), let next = token(2), mark.isMark("/") || mark.isMark("_"),
                next.word != nil
            {
                position += 2
            }
            return true
        }
        unknownWords += 1
        return unknownWords <= 2
    }

    private mutating func read(_ mark: UInt8) -> Bool {
        position += 1
        switch mark {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "|"),
            UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "_"):
            date.addSeparator(mark)
            return true
        default: return false
        }
    }

    // +0500, +05:00, +5 right after the time or its zone's name.
    private mutating func readZoneOffset() -> Bool {
        guard let sign = token(0), sign.isMark("+") || sign.isMark("-"), let first = token(1),
            first.isAdjacent,
            var minutes = first.number
        else { return true }
        let hasColon = token(2)?.isMark(":") == true && token(3)?.number != nil
        // "15:45 -9 October 2025" has no zone.
        guard first.digits <= 4, first.digits > 2 || hasColon || !date.isEmpty else { return true }
        if hasColon {
            minutes = minutes * 60 + (token(3)?.number ?? 0)
        } else {
            minutes = first.digits > 2 ? minutes / 100 * 60 + minutes % 100 : minutes * 60
        }
        position += hasColon ? 4 : 2
        zone = minutes < 1440 ? (sign.isMark("-") ? -minutes : minutes) : nil
        return true
    }
}
