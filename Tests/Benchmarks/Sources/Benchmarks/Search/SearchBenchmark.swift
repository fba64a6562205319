import NewsArchive

/// Measures searches of one archive: the library beside plain SQL, over the same file, in the same process.
struct SearchBenchmark {
    let path: String
    let archive: Archive
    let stock: StockSearch
    let queries: QuerySet
    let articles: Int
    /// How many timed runs of each contender.
    let runs: Int

    /// Measures all archives that the options name, or one that is made for it.
    static func run(_ options: Options) async throws -> [ArchiveReport] {
        guard !options.archives.isEmpty else {
            let maker = ArchiveMaker(records: options.records, keep: options.keep)
            return [try await maker.withArchive { path in try await measure(path, options) }]
        }
        var reports: [ArchiveReport] = []
        for path in options.archives { reports.append(try await measure(path, options)) }
        return GrowthMeasures.added(to: reports)
    }

    private static func measure(_ path: String, _ options: Options) async throws -> ArchiveReport {
        let archive = try Archive(path: path, mode: .readOnly)
        let statistics = try await archive.statistics()
        Notice.say("choosing words of \(path)")
        let benchmark = SearchBenchmark(
            path: path, archive: archive, stock: try StockSearch(path: path),
            queries: try QuerySet(try StockSearch(path: path), mixed: options.queries),
            articles: Int(statistics.articles), runs: options.runs)
        var report = ArchiveReport(name: path, articles: benchmark.articles, bytes: statistics.bytes)
        report.measures = try await benchmark.measures()
        await archive.close()
        return report
    }

    private func measures() async throws -> [Measure] {
        var measures = try await nothingFound()
        for query in queries.words + queries.pairs {
            Notice.say("measuring \(query.typed)")
            measures += try await newest(query) + relevance(query) + recentRelevance(query) + count(query)
        }
        for query in queries.beginnings {
            Notice.say("measuring \(query.typed)")
            measures += try await newest(query, byID: true) + relevance(query) + count(query)
        }
        for query in queries.words { measures += try await firstQuery(query) }
        Notice.say("measuring the rest")
        return try await measures + histogram() + stops() + mixed()
    }

    /// Measures ours beside something else.
    func compare(
        _ name: String, _ query: BenchmarkQuery, to others: [(name: String, contender: Contender)],
        ours: Contender
    ) async throws -> [Measure] {
        let timings = try await Contender.times(runs, [ours] + others.map(\.contender))
        return zip(others, timings.dropFirst()).map { other, timing in
            Measure(
                name: name, query: query, ours: timings[0], other: .init(name: other.name, timing: timing))
        }
    }

    /// What share of the articles a query finds.
    func share(_ query: BenchmarkQuery) -> Double { Double(query.matches) / Double(max(articles, 1)) }
}
