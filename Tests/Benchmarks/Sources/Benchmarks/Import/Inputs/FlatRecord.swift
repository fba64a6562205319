import Glibc
import NewsArchive

/// An article as contenders that do not parse are given it.
struct FlatRecord: Encodable {
    let id: Int
    let headline: String
    /// Seconds since 1970 as if it were UTC: those who look nothing up need a number that orders.
    let published: Int64
    let views: Int64?
    let body: String

    init(id: Int, _ article: ParsedArticle) {
        self.id = id
        headline = article.headline
        published = article.published.map(Self.seconds) ?? 0
        views = article.views
        body = article.body.string
    }

    /// Hands over the records of a dump; rejected ones are left out.
    static func forEach(in dump: String, _ handle: (FlatRecord) throws -> Void) throws {
        var count = 0
        try DumpRecords.forEach(in: dump) { record in
            guard case .article(let article) = record else { return }
            count += 1
            try handle(FlatRecord(id: count, article))
        }
    }

    private static func seconds(_ time: LocalTime) -> Int64 {
        var parts = tm()
        parts.tm_year = Int32(time.year - 1900)
        parts.tm_mon = Int32(time.month - 1)
        parts.tm_mday = Int32(time.day)
        parts.tm_min = Int32(time.minuteOfDay)
        parts.tm_sec = Int32(time.second)
        return Int64(timegm(&parts))
    }
}
