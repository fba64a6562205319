import NewsArchive

extension SearchBenchmark {
    /// What each search costs, whatever it finds: a thread is woken, and a transaction begun.
    func nothingFound() async throws -> [Measure] {
        let query = BenchmarkQuery.word("xqzjxqzj")
        return try await compare(
            "nothing found", query, to: [("SQL, ids", .onThread { _ = try stock.best(query.match) })],
            ours: ids(query, .relevance))
    }

    /// The newest twenty: ids beside ids; and whole results of ours, with marks and snippets, beside ids all the same.
    func newest(_ query: BenchmarkQuery, byID: Bool = false) async throws -> [Measure] {
        let published = (
            name: "SQL, ids, ORDER BY published",
            contender: Contender.onThread { _ = try stock.newest(query.match) }
        )
        var others = [published]
        if byID {
            others.append(("SQL, ids, ORDER BY rowid", .onThread { _ = try stock.newestByID(query.match) }))
        }
        var measures = try await compare("newest 20, ids", query, to: others, ours: ids(query, .newest))
        for index in measures.indices {
            if byID {
                measures[index].target = .beginning
            } else if isWord(query), share(query) > 0.3 {
                measures[index].target = .newestOfCommonWord
            }
        }
        return try await measures
            + compare("newest 20, results", query, to: [published], ours: search(query, .newest))
    }

    /// The best twenty, which must be those of FTS5, with its scores.
    func relevance(_ query: BenchmarkQuery) async throws -> [Measure] {
        let isBeginning = queries.beginnings.contains { $0.typed == query.typed }
        var measures = try await compare(
            "relevance 20, ids", query, to: [("SQL, ids", .onThread { _ = try stock.best(query.match) })],
            ours: ids(query, .relevance))
        measures[0].target = isBeginning ? .beginning : relevanceTarget(query)
        // Of a beginning, FTS5 would read all words again for each snippet.
        if !isBeginning {
            measures += try await compare(
                "relevance 20, results", query,
                to: [("SQL, results", .onThread { _ = try stock.bestResults(query.match) })],
                ours: search(query, .relevance))
        }
        let agrees = Ranking.agree(
            try await archive.search(query.typed).results, try stock.best(query.match))
        for index in measures.indices { measures[index].agrees = agrees }
        return measures
    }

    func relevanceTarget(_ query: BenchmarkQuery) -> Target {
        share(query) >= 0.1 ? .relevanceOfCommonWord : .relevanceOfRareWord
    }

    /// The best twenty when age counts, beside ours when it does not.
    func recentRelevance(_ query: BenchmarkQuery) async throws -> [Measure] {
        var measures = try await compare(
            "recent relevance 20, ids", query, to: [("our relevance, ids", ids(query, .relevance))],
            ours: ids(query, .recentRelevance))
        for index in measures.indices where isWord(query) && share(query) >= 0.1 {
            measures[index].target = .recentRelevance
        }
        return measures
    }

    func search(_ query: BenchmarkQuery, _ order: SearchOrder) -> Contender {
        Contender { _ = try await archive.search(query.typed, order: order, halfLifeDays: 365) }
    }

    func ids(_ query: BenchmarkQuery, _ order: SearchOrder) -> Contender {
        Contender {
            _ = try await archive.ids(of: Query(query.typed), order: order, limit: 20, halfLifeDays: 365)
        }
    }

    private func isWord(_ query: BenchmarkQuery) -> Bool {
        queries.words.contains { $0.typed == query.typed }
    }
}
