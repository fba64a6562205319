import NewsArchive

extension SearchBenchmark {
    /// The best twenty as the first thing that is asked after opening the file, opening included.
    func firstQuery(_ query: BenchmarkQuery) async throws -> [Measure] {
        let ours = FirstQuery()
        let stock = FirstStockQuery()
        var others = Contender.onThread { _ = try stock.open(path).best(query.match) }
        others.tidy = { stock.close() }
        var measures = try await compare(
            "first query: relevance 20, ids", query, to: [("SQL, ids", others)],
            ours: Contender(
                run: { _ = try await ours.open(path).ids(of: Query(query.typed), limit: 20) },
                tidy: { await ours.close() }))
        measures[0].target = relevanceTarget(query)
        return measures
    }
}

/// Holds an archive open until its time was taken.
private final class FirstQuery {
    private var archive: Archive?

    func open(_ path: String) throws -> Archive {
        let archive = try Archive(path: path, mode: .readOnly)
        self.archive = archive
        return archive
    }

    func close() async {
        await archive?.close()
        archive = nil
    }
}

/// Holds a plain connection open until its time was taken.
private final class FirstStockQuery {
    private var search: StockSearch?

    func open(_ path: String) throws -> StockSearch {
        let search = try StockSearch(path: path)
        self.search = search
        return search
    }

    func close() {
        search = nil
    }
}
