/// The parts of a typed query that are not about text: `since:2025-10`, `views:>1000`.
package enum QueryFilter {
    /// The filter that a name and a value say; nil where the value is none of its kind.
    static func query(_ name: String, _ value: String) -> Query? {
        switch name {
        case "since": days(value).map { .since($0.first) }
        case "until": days(value).map { .until($0.last) }
        case "on": days(value).map { .all([.since($0.first), .until($0.last)]) }
        case "source": value.isEmpty ? nil : .source(value)
        case "views": views(value).map(Query.views)
        default: nil
        }
    }

    /// 2025, 2025-10, 2025-10-07, 7.10.2025 or 10.2025; a year is its twelve months.
    package static func days(_ text: String) -> (first: LocalTime, last: LocalTime)? {
        let separator: Character = text.contains(".") ? "." : "-"
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.allSatisfy({ (1...4).contains($0.count) && isNumber($0) })
        else {
            return nil
        }
        var numbers = parts.compactMap { Int($0) }
        if separator == "." { numbers.reverse() }
        // A year has four digits, so that 7 and 25 stay text.
        guard numbers.count == parts.count, (separator == "." ? parts[parts.count - 1] : parts[0]).count == 4
        else {
            return nil
        }
        switch numbers.count {
        case 1:
            guard let first = LocalTime(year: numbers[0], month: 1),
                let last = LocalTime(year: numbers[0], month: 12)
            else { return nil }
            return (first, last)
        case 2: return LocalTime(year: numbers[0], month: numbers[1]).map { ($0, $0) }
        default: return LocalTime(year: numbers[0], month: numbers[1], day: numbers[2]).map { ($0, $0) }
        }
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `>1000`, `>=1000`, `<1000`, `<=1000`, `=1000`, `1000`, `1000..2000`; digits may be grouped by commas.
    private static func views(_ text: String) -> ClosedRange<Int64>? {
        func number(_ text: some StringProtocol) -> Int64? {
            let digits = String(text.filter { $0 != "," && $0 != "_" })
            guard isNumber(digits) else { return nil }
            // More than can be counted is more than anything has.
            return Int64(digits) ?? .max
        }
        if let dots = text.firstRange(of: "..") {
            guard let low = number(text[..<dots.lowerBound]), let high = number(text[dots.upperBound...])
            else {
                return nil
            }
            return min(low, high)...max(low, high)
        }
        for (sign, range) in signs where text.hasPrefix(sign) {
            return number(text.dropFirst(sign.count)).map(range)
        }
        return number(text).map { $0...$0 }
    }

    private static let signs: [(String, @Sendable (Int64) -> ClosedRange<Int64>)] = [
        (">=", { $0...Int64.max }), ("<=", { Int64.min...$0 }),
        (">", { ($0 == .max ? $0 : $0 + 1)...Int64.max }), ("<", { Int64.min...($0 - 1) }),
        ("=", { $0...$0 }),
    ]
}
