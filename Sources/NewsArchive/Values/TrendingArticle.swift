/// An article with how many more views it had at its latest sighting than at an earlier one.
public struct TrendingArticle: Identifiable, Equatable, Sendable {
    /// What the article is called.
    public let id: ArticleID
    /// Its headline.
    public let headline: String
    /// When it was published; nil when nothing says it.
    public let published: PublicationTime?
    /// Who counted; nil when no import said so.
    public let source: String?
    /// Where it is found on the web, where a dump says so.
    public let url: String?
    /// How often it had been read at the latest sighting of this source that says so.
    public let views: Int64
    /// How often it had been read at the sighting from which the gain is counted.
    public let viewsBefore: Int64
    /// By how much that grew; more than 0.
    ///
    /// The difference of the two counts. Where the later one is lower, the counter began anew in between: then the
    /// difference from its lowest.
    public let gain: Int64
    /// When the list was taken from which the gain is counted.
    public let from: LocalTime
    /// When the latest list was taken.
    public let to: LocalTime

    /// The gain in a day, on average; nil where the dumps do not say how long it took, as two of the same month.
    public var gainPerDay: Double? {
        let seconds = to.secondsByItsOwnClock - from.secondsByItsOwnClock
        return seconds > 0 ? Double(gain) * 86_400 / Double(seconds) : nil
    }
}
