import Glibc
import NewsArchiveSQLite

extension SearchSession {
    /// The best articles by relevance, or by relevance that fades with age.
    func bestFirst(_ count: Int) throws -> [SearchHit] {
        if let text = query.text, let ranked = try RankedQuery(text),
            let hits = try bestSearch().best(count, of: ranked, in: connection)
        {
            return hits.map { hit($0) }
        }
        return try rankedByFTS5(count)
    }

    /// A search by our own reader that ends when this one does.
    func rankedSearch(within ids: ClosedRange<Int64>) -> RankedSearch {
        var search = RankedSearch()
        search.ids = ids
        search.stop = stop
        return search
    }

    private func bestSearch() throws -> RankedSearch {
        var search = rankedSearch(within: ids)
        search.firstDated = ArticleID.firstDated.rawValue
        search.halfLife = order == .recentRelevance ? halfLife : nil
        search.cursor = cursor.map { RankedSearch.Hit(id: $0.id.rawValue, rank: $0.value, score: 0) }
        guard !query.conditions.isEmpty else { return search }
        let filter = try ArticleFilter(connection, query)
        search.accepts = { try filter.accepts($0) }
        return search
    }

    private func hit(_ hit: RankedSearch.Hit) -> SearchHit {
        SearchHit(
            cursor: SearchCursor(order: order, value: hit.rank, id: ArticleID(rawValue: hit.id)),
            score: hit.score)
    }

    // Every article found, since FTS5 says of none how good it could be at the best. For what the ranked search leaves to
    // it: hundreds of texts, a phrase that ends in a very common beginning, an index in another format.
    private func rankedByFTS5(_ count: Int) throws -> [SearchHit] {
        var statement = try prepare("\(id), -bm25(article_search, 10.0, 1.0)", "")
        var best = BestHits(count, after: cursor)
        while try statement.step() {
            let id = try statement.integer(0)
            let score = try statement.real(1)
            best.add(
                hit(RankedSearch.Hit(id: id, rank: rank(score, of: ArticleID(rawValue: id)), score: score)))
        }
        return best.inOrder()
    }

    private func rank(_ score: Double, of id: ArticleID) -> Double {
        guard order == .recentRelevance else { return score }
        return log2(score) + Double(max(id, .firstDated).minute) / halfLife
    }
}
