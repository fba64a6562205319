import NewsArchive

extension SearchBenchmark {
    /// What each search costs, whatever it finds: ours goes to a thread of the archive's own and back, and begins a
    /// transaction.
    func nothingFound() async throws -> [Measure] {
        let query = BenchmarkQuery.word("xqzjxqzj")
        return try await compare(
            "nothing found", query, to: [("SQL, ids", Contender { _ = try stock.best(query.match) })],
            ours: search(query, .relevance))
    }

    /// The newest twenty. Ours has the articles, their marks and snippets; plain SQL their ids alone.
    func newest(_ query: BenchmarkQuery, byID: Bool = false) async throws -> [Measure] {
        var others = [
            (
                name: "SQL, ids, ORDER BY published",
                contender: Contender { _ = try stock.newest(query.match) }
            )
        ]
        if byID {
            others.append(
                ("SQL, ids, ORDER BY rowid", Contender { _ = try stock.newestByID(query.match) }))
        }
        var measures = try await compare(
            "newest 20", query, to: others, ours: search(query, .newest))
        for index in measures.indices {
            if byID {
                measures[index].target = .beginning
            } else if isWord(query), share(query) > 0.3 {
                measures[index].target = .newestOfCommonWord
            }
        }
        return byID ? measures : try await measures + newestOne(query)
    }

    // To find alone, nearly: what twenty take more is the reading of their texts.
    private func newestOne(_ query: BenchmarkQuery) async throws -> [Measure] {
        guard isWord(query), share(query) > 0.3 else { return [] }
        return try await compare(
            "newest 1", query,
            to: [("SQL, ids of 20, ORDER BY published", Contender { _ = try stock.newest(query.match) })],
            ours: Contender { _ = try await archive.search(query.typed, order: .newest, limit: 1) })
    }

    /// The best twenty, which must be those of FTS5, with its scores.
    func relevance(_ query: BenchmarkQuery) async throws -> [Measure] {
        let isBeginning = queries.beginnings.contains { $0.typed == query.typed }
        var others = [
            (name: "SQL, ids", contender: Contender { _ = try stock.best(query.match) })
        ]
        // Of a beginning, FTS5 would read all words again for each snippet.
        if !isBeginning {
            others.append(("SQL, results", Contender { _ = try stock.bestResults(query.match) }))
        }
        var measures = try await compare(
            "relevance 20", query, to: others, ours: search(query, .relevance))
        let agrees = Ranking.agree(
            try await archive.search(query.typed).results, try stock.best(query.match))
        for index in measures.indices {
            measures[index].agrees = agrees
            measures[index].target = isBeginning ? .beginning : relevanceTarget(query, besideIDs: index == 0)
        }
        return measures
    }

    /// Where much is found, the ids alone are to be beaten; where little is, what there is to show of the articles costs
    /// more than to find them, and is compared with the same from FTS5.
    func relevanceTarget(_ query: BenchmarkQuery, besideIDs: Bool) -> Target? {
        if share(query) >= 0.1 { return besideIDs ? .relevanceOfCommonWord : nil }
        return besideIDs ? nil : .relevanceOfRareWord
    }

    /// The best twenty when age counts, beside ours when it does not.
    func recentRelevance(_ query: BenchmarkQuery) async throws -> [Measure] {
        var measures = try await compare(
            "recent relevance 20", query,
            to: [("our relevance", search(query, .relevance))],
            ours: search(query, .recentRelevance))
        for index in measures.indices where isWord(query) && share(query) >= 0.1 {
            measures[index].target = .recentRelevance
        }
        return measures
    }

    func search(_ query: BenchmarkQuery, _ order: SearchOrder) -> Contender {
        Contender { _ = try await archive.search(query.typed, order: order, halfLifeDays: 365) }
    }

    private func isWord(_ query: BenchmarkQuery) -> Bool {
        queries.words.contains { $0.typed == query.typed }
    }
}
