import NewsArchive

extension SearchBenchmark {
    /// The best twenty as the first thing that is asked after opening the file, opening included.
    func firstQuery(_ query: BenchmarkQuery) async throws -> [Measure] {
        let ours = FirstQuery()
        let (ids, results) = (FirstStockQuery(), FirstStockQuery())
        var measures = try await compare(
            "first query: relevance 20", query,
            to: [
                (
                    "SQL, ids",
                    Contender(run: { _ = try ids.open(path).best(query.match) }, tidy: { ids.close() })
                ),
                (
                    "SQL, results",
                    Contender(
                        run: { _ = try results.open(path).bestResults(query.match) },
                        tidy: { results.close() })
                ),
            ],
            ours: Contender(
                run: { _ = try await ours.open(path).search(query.typed) }, tidy: { await ours.close() }))
        for index in measures.indices {
            measures[index].target = relevanceTarget(query, besideIDs: index == 0)
        }
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
