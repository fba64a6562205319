/// Articles under one key, in the order of their times, so that those near a time are found without looking at all.
struct NearbyArticles {
    private var articles: [KnownArticle] = []

    mutating func insert(_ article: KnownArticle) {
        articles.insert(article, at: firstIndex(notBefore: article.minute))
    }

    mutating func remove(_ article: KnownArticle) {
        articles.removeAll { $0 === article }
    }

    /// Up to so many before a minute and as many from it on.
    func nearest(to minute: Int64, eachWay count: Int) -> [KnownArticle] {
        let middle = firstIndex(notBefore: minute)
        return Array(articles[max(0, middle - count)..<min(articles.count, middle + count)])
    }

    private func firstIndex(notBefore minute: Int64) -> Int {
        var (low, high) = (0, articles.count)
        while low < high {
            let middle = (low + high) / 2
            if articles[middle].minute < minute { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
