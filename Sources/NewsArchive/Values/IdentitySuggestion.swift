/// Two articles that may be one. A person decides; nothing is done about it.
public struct IdentitySuggestion: Equatable, Sendable {
    /// What speaks for it.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// They have or had one headline.
        case sameHeadline = "same headline"
        /// They have two headlines and nearly one text.
        case sameText = "same text"
    }

    /// One of the two articles.
    public struct Side: Equatable, Sendable {
        /// What it is called.
        public let id: ArticleID
        /// Its headline, in the present wording.
        public let headline: String
        /// When it was published; nil when nothing says it.
        public let published: PublicationTime?
        /// Who published it; nil when no import said so.
        public let source: String?
    }

    /// What speaks for it.
    public let reason: Reason
    /// The one that would stay: the one with a time of its own, or else the older one.
    public let article: Side
    /// The one that would be joined to it.
    public let other: Side
    /// How much of the shorter text is in the longer one: the share of its 4-word shingles, from 0 to 1; nil when a text has
    /// fewer than four words.
    public let score: Double?
}

/// How far a review has come.
public struct ReviewProgress: Equatable, Sendable {
    /// What is being done.
    public enum Step: String, Hashable, Sendable {
        /// Texts are read, to find those that are nearly the same.
        case texts
        /// Pairs of articles are compared.
        case pairs
    }

    /// What is being done.
    public let step: Step
    /// How many are done.
    public let done: Int
    /// How many there are.
    public let total: Int
}
