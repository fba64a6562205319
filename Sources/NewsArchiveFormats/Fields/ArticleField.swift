/// A part of an article that a field of a JSON object or a column of a table may hold.
public enum ArticleField: String, Hashable, Sendable, CaseIterable {
    /// The headline.
    case headline
    /// The text.
    case body
    /// A shorter text beside the body.
    case summary
    /// When it was published.
    case published
    /// When it was last changed.
    case updated
    /// When the list that holds the record was taken, or the record fetched.
    case listed
    /// Where it is found on the web.
    case url
    /// What its publisher calls it.
    case guid
    /// How often it was read.
    case views
    /// Who wrote it.
    case author
    /// Who published it.
    case source
    /// The language of its text.
    case language
    /// Its sections or keywords.
    case categories
    /// The address of a file that belongs to it.
    case enclosure
    /// Whose the pictures are.
    case credit
}
