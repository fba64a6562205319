/// A parsed article with what the identity rule and the archive need to know of it, worked out beside SQLite.
final class PreparedArticle: Sendable {
    let article: ParsedArticle
    let key: HeadlineKey
    /// The time that its stamp, or else its dump's date, means.
    let published: PublicationTime?
    /// When it says that it was last changed: seconds since 1970-01-01 UTC.
    let updated: Int64?
    /// Who lists it, where that is known.
    let source: String?
    /// By what its publisher knows it.
    let keys: RecordKeys

    /// - Parameter source: who lists it, where the record itself does not say so.
    init(_ article: ParsedArticle, localTime: LocalTimeRule, source: String? = nil) {
        self.article = article
        key = HeadlineKey(article.headline)
        published = article.published.map {
            PublicationTime(
                StatedTime($0, minutesAheadOfUTC: article.minutesAheadOfUTC), origin: article.origin,
                rule: localTime)
        }
        updated = article.updated.map {
            PublicationTime($0, origin: .stated, rule: localTime).secondsSince1970
        }
        self.source = source
        keys = RecordKeys(article.metadata, source: source)
    }

    /// The time that the record itself states.
    var stated: PublicationTime? { article.origin == .stated ? published : nil }

    /// Worked out when asked for: most records bear a headline that no other has.
    var shingles: Shingles { Shingles(article.body.utf8) }
}
