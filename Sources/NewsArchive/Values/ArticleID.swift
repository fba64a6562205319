/// What an article is called: its minute of publication and a slot, in one integer.
///
/// The order of the ids is the order of publication. The id of an article that was first known from a bare headline
/// changes when its stamp becomes known; the former id still leads to it.
public struct ArticleID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    /// The integer that the database and the command show.
    public let rawValue: Int64

    /// The id that is shown as the given integer.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Whether the first was published before the second, or in the same minute and stored before it.
    public static func < (first: ArticleID, second: ArticleID) -> Bool {
        first.rawValue < second.rawValue
    }
}

extension ArticleID: CustomStringConvertible {
    /// The integer in digits.
    public var description: String { String(rawValue) }
}

extension ArticleID {
    /// How many articles of one minute get an id of that minute.
    static let slotsPerMinute: Int64 = 1024

    /// The minute that articles without any date are put in: before every date that a dump can state.
    static let undatedMinute: Int64 = -(1 << 40)

    /// Every article with a date has this id or a higher one; every other a lower one.
    ///
    /// The year 1 began some 2^30 minutes before 1970; the articles without a date fill slots from 2^40 minutes before.
    static let firstDated = ArticleID(rawValue: -(1 << 31) * slotsPerMinute)

    /// No article with a date has a higher id: the year 9999 ends less than 2^33 minutes after 1970.
    static let lastDated = ArticleID(rawValue: (1 << 33) * slotsPerMinute)

    /// Minutes since 1970-01-01 UTC, rounded down.
    var minute: Int64 { rawValue.flooredQuotient(Self.slotsPerMinute) }

    /// The ids of a minute.
    static func slots(ofMinute minute: Int64) -> ClosedRange<Int64> {
        minute * slotsPerMinute...minute * slotsPerMinute + slotsPerMinute - 1
    }
}
