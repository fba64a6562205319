/// A parsed article with what the identity rule and the archive need to know of it, worked out beside SQLite.
final class PreparedArticle: Sendable {
    let article: ParsedArticle
    let key: HeadlineKey
    /// The time that its stamp, or else its dump's date, means.
    let published: PublicationTime?

    init(_ article: ParsedArticle, localTime: LocalTimeRule) {
        self.article = article
        key = HeadlineKey(article.headline)
        published = article.published.map {
            PublicationTime($0, origin: article.origin, rule: localTime)
        }
    }

    /// The time that the record itself states.
    var stated: PublicationTime? { article.origin == .stated ? published : nil }

    /// Worked out when asked for: most records bear a headline that no other has.
    var shingles: Shingles { Shingles(article.body.utf8) }
}
