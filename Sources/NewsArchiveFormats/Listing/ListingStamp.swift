/// The line before each article of a listing: `DD.MM.YYYY`, then perhaps `, HH:MM`, then perhaps the views.
struct ListingStamp: Equatable {
    let time: LocalTime
    let views: Int64?

    /// What a line is when it is looked at as a stamp.
    enum Reading: Equatable {
        case stamp(ListingStamp)
        /// It has a stamp's form, but names no date and time that exists.
        case impossible
        /// It is something else: a headline, a paragraph.
        case none
    }

    /// Reads a line that has no white space at its ends.
    ///
    /// Anything after the parts of a stamp makes the line a paragraph ("12.03.2025 was the deadline.").
    static func read(_ line: some Collection<UInt8>) -> Reading {
        // Nothing that is no stamp costs more than this look at one byte: most lines are paragraphs.
        guard let first = line.first, first.isDigit, line.count >= 10, line.count <= 64 else { return .none }
        var scanner = ByteScanner(line)
        guard let day = scanner.number(digits: 2), scanner.skip("."), let month = scanner.number(digits: 2),
            scanner.skip("."), let year = scanner.number(digits: 4)
        else { return .none }
        if scanner.isAtEnd {
            return reading(LocalTime(year: year, month: month, day: day), views: nil)
        }
        guard scanner.skip(","), scanner.skipSpaces() >= 0, let hour = scanner.number(digits: 2),
            scanner.skip(":"), let minute = scanner.number(digits: 2)
        else { return .none }
        let time = LocalTime(year: year, month: month, day: day, hour: hour, minute: minute)
        if scanner.isAtEnd { return reading(time, views: nil) }
        guard scanner.skipSpaces() > 0, let views = scanner.groupedNumber(), scanner.isAtEnd else {
            return .none
        }
        // More views than an Int64 holds are no count that anybody made: the article stays, the number is not kept.
        return reading(time, views: Int64(views))
    }

    private static func reading(_ time: LocalTime?, views: Int64?) -> Reading {
        time.map { .stamp(ListingStamp(time: $0, views: views)) } ?? .impossible
    }
}
