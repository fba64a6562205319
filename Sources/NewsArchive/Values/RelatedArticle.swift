/// An article that shares rare words with another one.
public struct RelatedArticle: Identifiable, Equatable, Sendable {
    /// The article, with the shared words marked.
    public let article: SearchResult
    /// The shared words by which it was found, as the index has them, those first that say most of the other article.
    public let sharedWords: [String]

    /// What the article is called.
    public var id: ArticleID { article.id }
}
