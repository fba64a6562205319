/// A time as a record states it, with its zone where that is said.
public struct StatedTime: Hashable, Sendable {
    /// What the clock showed.
    public var time: LocalTime
    /// Minutes by which that clock was ahead of UTC; nil where it is not said, and for a day or a month.
    public var minutesAheadOfUTC: Int?

    /// A time on a clock that was so far ahead of UTC.
    public init(_ time: LocalTime, minutesAheadOfUTC: Int? = nil) {
        self.time = time
        self.minutesAheadOfUTC = time.precision == .minute ? minutesAheadOfUTC : nil
    }

    /// The time by a clock that shows UTC; as it is where no zone is said, or no minute.
    public var utc: LocalTime {
        LocalTime(
            secondsByItsOwnClock: time.secondsByItsOwnClock - Int64(minutesAheadOfUTC ?? 0) * 60,
            precision: time.precision) ?? time
    }
}
