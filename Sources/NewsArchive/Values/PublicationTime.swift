/// When an article was published, how exactly that is known, and who says so.
public struct PublicationTime: Hashable, Sendable {
    /// Seconds since 1970-01-01 UTC.
    ///
    /// A day or a month stands for its midnight in UTC, whatever the time zone: a date is no instant.
    public let secondsSince1970: Int64
    /// How exactly the time is known.
    public let precision: LocalTime.Precision
    /// Minutes by which the clock of the stamp was ahead of UTC; nil for a day or a month.
    public let minutesAheadOfUTC: Int?
    /// Who says so.
    public let origin: ParsedArticle.TimeOrigin

    init(
        secondsSince1970: Int64, precision: LocalTime.Precision, minutesAheadOfUTC: Int?,
        origin: ParsedArticle.TimeOrigin
    ) {
        self.secondsSince1970 = secondsSince1970
        self.precision = precision
        self.minutesAheadOfUTC = minutesAheadOfUTC
        self.origin = origin
    }

    /// The instant that a time is: by the zone that it states, or else by a rule.
    init(_ stated: StatedTime, origin: ParsedArticle.TimeOrigin, rule: LocalTimeRule) {
        let time = stated.time
        let offset =
            time.precision == .minute ? stated.minutesAheadOfUTC ?? rule.minutesAheadOfUTC(time) : nil
        self.init(
            secondsSince1970: time.secondsByItsOwnClock - Int64(offset ?? 0) * 60, precision: time.precision,
            minutesAheadOfUTC: offset, origin: origin)
    }

    /// Minutes since 1970-01-01 UTC, rounded down.
    var minute: Int64 { secondsSince1970.flooredQuotient(60) }

    /// From the first second of the time to the last one.
    var span: ClosedRange<Int64> {
        let length =
            switch precision {
            case .minute: Int64(59)
            case .day: Int64(86_399)
            case .month: (local?.endByItsOwnClock ?? secondsSince1970 + 1) - secondsSince1970 - 1
            }
        return secondsSince1970...secondsSince1970 + max(0, length)
    }

    /// The time by the clock of the stamp.
    ///
    /// nil outside the years 1 to 9999, which no dump can state.
    public var local: LocalTime? {
        LocalTime(
            secondsByItsOwnClock: secondsSince1970 + Int64(minutesAheadOfUTC ?? 0) * 60, precision: precision)
    }
}

extension PublicationTime: CustomStringConvertible {
    /// The time as RFC 3339 writes it, or the date or month alone where no more is known.
    public var description: String {
        guard let local else { return "\(secondsSince1970) s since 1970" }
        guard precision == .minute else { return local.description }
        let seconds = local.second == 0 ? ":00" : ""
        return "\(local)\(seconds)\(Self.offsetText(minutesAheadOfUTC ?? 0))"
    }

    private static func offsetText(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60)):\(padded(abs(minutes) % 60))"
    }
}

extension ParsedArticle {
    /// When it was published, as an archive would store it; nil when nothing says it.
    ///
    /// - Parameter rule: What the time means where it names no zone.
    public func publicationTime(_ rule: LocalTimeRule) -> PublicationTime? {
        published.map {
            PublicationTime(
                StatedTime($0, minutesAheadOfUTC: minutesAheadOfUTC), origin: origin, rule: rule)
        }
    }
}
