/// Why an article is one: its sightings with their decisions, the keys by which records find it, what was decided by hand.
public struct IdentityExplanation: Equatable, Sendable {
    /// The article. Each of its sightings has its ``Sighting/decision``.
    public let article: Article
    /// The headlines by which it is found.
    public let headlines: [HeadlineIdentity]
    /// The guids and links that sources gave it.
    public let names: [SourceIdentity]
    /// The joins and splits of it, latest first, also those that were undone.
    public let changes: [IdentityChange]
}

/// Headlines of an article that have one key.
public struct HeadlineIdentity: Equatable, Sendable {
    /// The key: the 64-bit FNV-1a hash of the folded headline.
    public let key: Int64
    /// Its headlines with this key, the present one first.
    public let headlines: [String]
    /// How many other articles have or had a headline with this key.
    public let others: Int
}

/// A guid or a link that a source gave an article.
public struct SourceIdentity: Hashable, Sendable {
    /// Which of the two.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What the source calls the article.
        case guid
        /// Where it is found.
        case link
    }

    /// Whether it is a guid or a link.
    public let kind: Kind
    /// Who gave it; nil where nobody is known.
    public let source: String?
    /// The guid as it was given, or the link.
    public let text: String
    /// Whether the article is found by it. One that names many articles of a dump, or that is none by its form, leads nowhere.
    public let isKey: Bool
}

/// Two articles, and whether the identity rule would take them for one.
public struct IdentityComparison: Equatable, Sendable {
    /// The first one.
    public let first: Article
    /// The second one.
    public let second: Article
    /// Headlines of the first, present or former, whose key is also that of a headline of the second.
    public let sharedHeadlines: [String]
    /// Whether both are of the same stated minute, day or month.
    public let haveSameStamp: Bool
    /// How many words their present texts have, up to where texts are compared.
    public let words: [Int]
    /// How much of the shorter text is in the longer one: per mille of its 4-word shingles; nil when one has none.
    public let agreement: Int?
    /// Guids and links that the same source gave both.
    public let sharedNames: [SourceIdentity]
    /// Whether a record that says what one of them says would be taken for the other.
    public let wouldBeOne: Bool
    /// The part of the rule, in its setting ``IdentityRule/automatic``, by which it would or would not.
    public let rule: IdentityDecision.Rule
    /// The joins and splits of these two, latest first, also those that were undone.
    public let changes: [IdentityChange]
}
