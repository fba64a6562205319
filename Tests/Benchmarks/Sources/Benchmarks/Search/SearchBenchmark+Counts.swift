import NewsArchive

extension SearchBenchmark {
    /// How many articles a query finds.
    func count(_ query: BenchmarkQuery) async throws -> [Measure] {
        var measures = try await compare(
            "count", query, to: [("SQL", .onThread { _ = try stock.count(query.match) })],
            ours: bareCount(query))
        let total = try await archive.search(query.typed, limit: 0, countsAll: true).total
        for index in measures.indices { measures[index].agrees = total == Int64(query.matches) }
        return measures
    }

    /// The months of a word that about half of the articles have, beside our count of them.
    func histogram() async throws -> [Measure] {
        guard let query = queries.words.last else { return [] }
        let value = Query(query.typed)
        let ours = Contender { _ = try await archive.histogram(of: value, by: .month) }
        var measures = try await compare(
            "histogram by month", query, to: [("our count", bareCount(query))], ours: ours)
        for index in measures.indices { measures[index].target = .histogram }
        return measures
    }

    private func bareCount(_ query: BenchmarkQuery) -> Contender {
        Contender { _ = try await archive.search(query.typed, limit: 0, countsAll: true) }
    }
}
