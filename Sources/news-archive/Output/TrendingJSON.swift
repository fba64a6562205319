import NewsArchive

/// What `trending --json` prints.
struct TrendingJSON: Encodable {
    let results: [TrendingArticleJSON]
}

/// What `trending --jsonl` prints for an article.
struct TrendingArticleJSON: Encodable {
    let article: TrendingArticle

    init(_ article: TrendingArticle) {
        self.article = article
    }

    private enum Key: String, CodingKey {
        case id, headline, published, views, source, url, gain, from, to
        case viewsBefore = "views_before", gainPerDay = "gain_per_day"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(article.id.rawValue, forKey: .id)
        try object.encode(article.headline, forKey: .headline)
        try object.encode(article.published?.description, forKey: .published)
        try object.encode(article.views, forKey: .views)
        try object.encode(article.source, forKey: .source)
        try object.encode(article.url, forKey: .url)
        try object.encode(article.gain, forKey: .gain)
        try object.encode(article.gainPerDay.map { ($0 * 10).rounded() / 10 }, forKey: .gainPerDay)
        try object.encode(article.viewsBefore, forKey: .viewsBefore)
        try object.encode(article.from.description, forKey: .from)
        try object.encode(article.to.description, forKey: .to)
    }
}
