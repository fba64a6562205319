/// Two articles that a person joined, or one that a person split. It can be undone.
public struct IdentityChange: Identifiable, Equatable, Sendable {
    /// What was done.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Two articles became one.
        case join
        /// Sightings of an article became an article of their own.
        case split
    }

    /// Its number: later ones are higher.
    public let id: Int64
    /// What was done.
    public let kind: Kind
    /// The article that stayed, by the id that it had then.
    public let article: ArticleID
    /// The article that was joined to it, or that was split from it.
    public let other: ArticleID
    /// How many sightings went from one to the other.
    public let sightings: Int
    /// When it was done: seconds since 1970-01-01 UTC by the clock of the machine.
    public let made: Int64
    /// When it was undone; nil while it holds.
    public let undone: Int64?
}
