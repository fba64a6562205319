import Glibc
import NewsArchiveSQLite

extension SearchSession {
    /// The best articles by relevance, or by relevance that fades with age.
    func bestFirst(_ count: Int) throws -> [SearchHit] {
        if let text = query.text, let ranked = try RankedQuery(text),
            let hits = try rankedSearch().best(count, of: ranked, in: connection)
        {
            return hits.map { hit($0) }
        }
        return try rankedByFTS5(count)
    }

    private func rankedSearch() throws -> RankedSearch {
        var search = RankedSearch()
        search.ids = ids
        search.stop = stop
        search.firstDated = ArticleID.firstDated.rawValue
        search.halfLife = order == .recentRelevance ? halfLife : nil
        search.cursor = cursor.map { RankedSearch.Hit(id: $0.id.rawValue, rank: $0.value, score: 0) }
        if !query.conditions.isEmpty { search.accepts = try filter() }
        return search
    }

    private func hit(_ hit: RankedSearch.Hit) -> SearchHit {
        SearchHit(
            cursor: SearchCursor(order: order, value: hit.rank, id: ArticleID(rawValue: hit.id)),
            score: hit.score)
    }

    // Every article found, since FTS5 says of none how good it could be at the best. For what the ranked search leaves to
    // it: words near each other, beginnings in phrases.
    private func rankedByFTS5(_ count: Int) throws -> [SearchHit] {
        var statement = try prepare("\(id), -bm25(article_search, 10.0, 1.0)", "")
        var hits: [SearchHit] = []
        while try statement.step() {
            let id = try statement.integer(0)
            let score = try statement.real(1)
            let hit = hit(
                RankedSearch.Hit(id: id, rank: rank(score, of: ArticleID(rawValue: id)), score: score))
            if let cursor, !isWorse(hit.cursor, than: cursor) { continue }
            hits.append(hit)
            // Now and then what cannot be among the best any more is let go.
            if hits.count >= 2 * count + 1024 { keepBest(&hits, count) }
        }
        keepBest(&hits, count)
        return hits
    }

    private func keepBest(_ hits: inout [SearchHit], _ count: Int) {
        hits.sort { isWorse($1.cursor, than: $0.cursor) }
        hits.removeLast(max(0, hits.count - count))
    }

    private func rank(_ score: Double, of id: ArticleID) -> Double {
        guard order == .recentRelevance else { return score }
        return log2(score) + Double(max(id, .firstDated).minute) / halfLife
    }

    private func isWorse(_ one: SearchCursor, than other: SearchCursor) -> Bool {
        (one.value, one.id) < (other.value, other.id)
    }
}
