/// When two records are one article: version 1 of the rule, in three settings.
public enum IdentityRule: String, Hashable, Sendable, CaseIterable {
    /// Same headline key, and the same stamp, or one side without text, or texts that agree.
    ///
    /// A column headline that recurs over other texts stays as many articles as it has texts.
    case automatic
    /// The headline key alone.
    ///
    /// Of a column that recurs, one article remains, with its texts as revisions.
    case headline
    /// Headline, stamp, text and credit line are the same to the byte.
    case exact

    /// The version of the rule. Stored keys and decisions name it.
    public static let version = 1
}
