/// A word of an archive, and how many of its articles have it.
public struct WordCount: Equatable, Sendable {
    /// The word as the index has it: without case and accents.
    public let word: String
    /// How many articles have it in their headlines or texts.
    public let articles: Int64

    /// A word that so many articles have.
    public init(word: String, articles: Int64) {
        self.word = word
        self.articles = articles
    }
}

/// A word of a query, and what ``Query/forms(_:)`` looks for in its place.
public struct WordForms: Equatable, Sendable {
    /// The word as the index reads it: without case and accents.
    public let word: String
    /// Its forms that the archive has, most articles first, and itself in any case.
    public let forms: [WordCount]
}

/// A word of a query that no article has, and what may have been meant.
public struct Suggestion: Equatable, Sendable {
    /// The word as the index reads it: without case and accents.
    public let word: String
    /// The words of the archive that are nearest to it, best first: at least one, at most three.
    public let nearest: [WordCount]

    /// A suggestion for a word that nobody has to have typed, for ``Query/corrected(by:)``.
    public init(word: String, nearest: [WordCount]) {
        self.word = word
        self.nearest = nearest
    }
}
