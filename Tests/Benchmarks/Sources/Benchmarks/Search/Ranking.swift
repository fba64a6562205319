import NewsArchive

/// Compares what two found as the best articles.
enum Ranking {
    /// Whether both have the same scores in the same order, and for each score the same articles. Which of the articles
    /// that share the last score are still on the page is nobody's promise.
    static func agree(_ ours: [SearchResult], _ others: [StockSearch.Hit]) -> Bool {
        let ours = ours.map { StockSearch.Hit(id: $0.id.rawValue, score: $0.score ?? .nan) }
        guard ours.count == others.count else { return false }
        guard zip(ours, others).allSatisfy({ isSame($0.score, $1.score) }) else { return false }
        guard ours.count == 20, let last = ours.last else { return groups(ours) == groups(others) }
        let isBeforeLast = { (hit: StockSearch.Hit) in !isSame(hit.score, last.score) }
        return groups(ours.filter(isBeforeLast)) == groups(others.filter(isBeforeLast))
    }

    // The articles of each score, best score first.
    private static func groups(_ hits: [StockSearch.Hit]) -> [Set<Int64>] {
        var groups: [Set<Int64>] = []
        var score: Double?
        for hit in hits {
            if let score, isSame(score, hit.score) {
                groups[groups.count - 1].insert(hit.id)
            } else {
                groups.append([hit.id])
            }
            score = hit.score
        }
        return groups
    }

    private static func isSame(_ first: Double, _ second: Double) -> Bool {
        abs(first - second) <= 1e-9 * max(abs(first), abs(second))
    }
}
