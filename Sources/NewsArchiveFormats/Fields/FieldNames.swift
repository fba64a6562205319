/// Which field of a JSON object, or column of a table, holds which part of an article.
public struct FieldNames: Equatable, Sendable {
    /// The names that a person gave, which go before the usual ones.
    public var given: [ArticleField: String]

    /// The usual names, and those given.
    public init(given: [ArticleField: String] = [:]) {
        self.given = given
    }
}
