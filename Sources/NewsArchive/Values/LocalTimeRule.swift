/// What the stamps of a dump mean, which name no time zone: how far their clock was ahead of UTC.
///
/// The library knows no time zones by name, so that it needs no tables of them. A program that does makes a rule:
/// ```swift
/// let astana = LocalTimeRule(name: "Asia/Almaty") { time in time.year < 2024 ? 360 : 300 }
/// ```
public struct LocalTimeRule: Sendable {
    /// What the rule is called; stored with the dump.
    public let name: String
    /// Minutes by which the clock was ahead of UTC when it showed the given time.
    public let minutesAheadOfUTC: @Sendable (LocalTime) -> Int

    /// A rule by name and function. The function may be called on any thread.
    public init(name: String, minutesAheadOfUTC: @escaping @Sendable (LocalTime) -> Int) {
        self.name = name
        self.minutesAheadOfUTC = minutesAheadOfUTC
    }

    /// Stamps are in Coordinated Universal Time.
    public static let utc = LocalTimeRule(name: "UTC") { _ in 0 }
}
