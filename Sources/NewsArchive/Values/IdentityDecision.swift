/// Why a record was taken for an article, or for a new one. Stored with each sighting.
public struct IdentityDecision: Equatable, Sendable {
    /// The part of the identity rule that decided.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// No article with this headline was known.
        case new = "new"
        /// Same headline key, same stamp: one article.
        case sameStamp = "same stamp"
        /// Same headline key, and one side is a headline alone: one article.
        case noText = "no text"
        /// Same headline key, and the texts agree: one article.
        case textsAgree = "texts agree"
        /// Same headline key, but another text, or a bare headline from another time: an article of its own.
        case sameHeadline = "same headline"
        /// Same headline key: one article by the setting `headline`.
        case headline = "headline"
        /// The same to the byte: one article by the setting `exact`.
        case exact = "exact"
        /// Same source, same guid: one article, whatever its headline.
        case sameGuid = "same guid"
        /// Same source, same canonical link: one article, whatever its headline.
        case sameLink = "same link"
        /// Joined to the article by hand.
        case joined = "joined"
        /// Split from another article by hand.
        case split = "split"
        /// A record like it was joined or split by hand before.
        case asBefore = "as before"

        /// The row of the table identity_rule.
        var number: Int64 {
            switch self {
            case .new: 1
            case .sameStamp: 2
            case .noText: 3
            case .textsAgree: 4
            case .sameHeadline: 5
            case .headline: 6
            case .exact: 7
            case .sameGuid: 8
            case .sameLink: 9
            case .joined: 10
            case .split: 11
            case .asBefore: 12
            }
        }
    }

    /// The part of the rule that decided.
    public let rule: Rule
    /// The article with the same headline that this one was not taken for.
    public let other: ArticleID?
    /// How much of the shorter text was in the longer one: per mille of its 4-word shingles; nil where the texts were
    /// not compared.
    public let agreement: Int?
}
