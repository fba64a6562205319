/// Instants as RFC 3339 writes them, in UTC.
enum Instant {
    /// Seconds since 1970-01-01 UTC as text. Outside the years 1 to 9999, the number of seconds.
    static func text(_ seconds: Int64) -> String {
        guard let time = LocalTime(secondsByItsOwnClock: seconds, precision: .minute) else {
            return "\(seconds)"
        }
        return "\(time)\(time.second == 0 ? ":00" : "")Z"
    }

    /// Seconds since 1970-01-01 UTC; nil for what is no such text.
    static func seconds(_ text: String) -> Int64? {
        if let seconds = Int64(text) { return seconds }
        return PublicationTime(rfc3339: text)?.secondsSince1970
    }
}

/// Bytes as hexadecimal digits.
enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// nil for what is no such text.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        return bytes.contains(nil) ? nil : bytes.compactMap(\.self)
    }
}

extension PublicationTime {
    /// The time that ``description`` writes so, stated by whoever wrote it; nil for anything else.
    init?(rfc3339 text: String) {
        if let date = LocalTime(iso8601Date: text) {
            self.init(StatedTime(date), origin: .stated, rule: .utc)
            return
        }
        let clock = text.utf8.prefix(while: { $0 != UInt8(ascii: "T") }).count
        let end = text.utf8.dropFirst(clock).prefix { !"Z+-".utf8.contains($0) }.endIndex
        guard let time = LocalTime(iso8601: String(text[..<end])), time.precision == .minute,
            let offset = Self.offset(String(text[end...]))
        else { return nil }
        self.init(StatedTime(time, minutesAheadOfUTC: offset), origin: .stated, rule: .utc)
    }

    private static func offset(_ text: String) -> Int? {
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, "+-".contains(sign), parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), hours <= 24, minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
}
