import NewsArchive

extension SearchBenchmark {
    /// Queries of all kinds, one after the other, each asked once: what half of them take at the most, and nearly all.
    func mixed() async throws -> [Measure] {
        let orders: [SearchOrder] = [.relevance, .newest, .relevance, .recentRelevance, .newest]
        var timing = Timing()
        for (index, typed) in queries.mixed.enumerated() {
            let order = orders[index % orders.count]
            timing.add(
                try await ContinuousClock().measure { _ = try await archive.search(typed, order: order) })
        }
        return [0.5, 0.95, 0.99].map { share in
            var part = Timing()
            part.add(.seconds(timing.quantile(share)))
            return Measure(
                name: "\(queries.mixed.count) mixed queries, p\(Int(share * 100))", query: nil, ours: part)
        }
    }
}
