/// What an archive holds, in numbers.
public struct Statistics: Equatable, Sendable {
    /// Articles.
    public let articles: Int64
    /// Sightings of them.
    public let sightings: Int64
    /// Earlier wordings of them.
    public let revisions: Int64
    /// Sources that have a name.
    public let sources: Int64
    /// Dumps, finished or not.
    public let dumps: Int64
    /// When the oldest article with a date was published.
    public let first: PublicationTime?
    /// When the newest article was published.
    public let last: PublicationTime?
    /// The size of the database in bytes.
    public let bytes: Int64
}
