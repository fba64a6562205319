/// The line that starts a list: `date `, the day or month on which the list was taken, and perhaps more.
struct ListingHeader: Equatable {
    /// The date as written.
    let dateText: String
    /// The date; nil when there is no such day.
    let date: LocalTime?
    /// Bytes of the line up to what follows the date: a stamp, the lead's headline, or nothing.
    let length: Int

    /// What stands for the date in a rejects file where the dump did not say it.
    static let unknownDate = "unknown"

    /// Whether it says that the date is not known.
    let isUndated: Bool

    /// Reads a line that has no white space at its ends; nil when it is something else.
    init?(_ line: some Collection<UInt8>) {
        guard line.first == UInt8(ascii: "d") else { return nil }
        var scanner = ByteScanner(line.prefix(64))
        guard scanner.skip("date "), scanner.skipSpaces() >= 0 else { return nil }
        let start = scanner.rest
        if start.elementsEqual(Self.unknownDate.utf8) {
            (dateText, date, length, isUndated) = (Self.unknownDate, nil, line.count, true)
            return
        }
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2)
        else {
            return nil
        }
        var day: Int?
        if scanner.skip("-") {
            day = scanner.number(digits: 2)
            guard day != nil else { return nil }
        }
        let read = start.count - scanner.rest.count
        guard scanner.isAtEnd || scanner.skipSpaces() > 0 else { return nil }
        isUndated = false
        dateText = String(decoding: start.prefix(read), as: UTF8.self)
        date =
            if let day {
                LocalTime(year: year, month: month, day: day)
            } else {
                LocalTime(year: year, month: month)
            }
        length = min(line.count, 64) - scanner.rest.count
    }
}
