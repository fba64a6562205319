/// When a feed can have been taken: not later than it is imported.
///
/// One item that is stamped 2999 would otherwise make the snapshot that lists it the latest for ever, and no later one could
/// change what it lists.
struct SnapshotTimes: Sendable {
    // A clock may be wrong, and one that names no zone up to 14 hours ahead: a day.
    private static let tolerance: Int64 = 86_400

    private let latest: Int64

    /// - Parameter now: seconds since 1970-01-01 UTC.
    init(now: Int64) {
        latest = now + Self.tolerance
    }

    /// Whether a feed can have been taken then.
    func allow(_ time: LocalTime) -> Bool { time.secondsByItsOwnClock <= latest }

    /// When a feed was taken by its own words; nil where it does not say, or says what cannot be.
    func time(of header: DumpHeader) -> LocalTime? {
        header.taken.map(\.utc).flatMap { allow($0) ? $0 : nil }
    }
}
