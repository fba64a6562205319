/// What an archive is asked, chosen from its own words.
struct QuerySet {
    /// Words that are in about 0.01, 1, 10, 30 and 50 % of the articles.
    let words: [BenchmarkQuery]
    /// Two common words, and two phrases: one rare, one as common as there is.
    let pairs: [BenchmarkQuery]
    /// Beginnings of words, from one letter to three.
    let beginnings: [BenchmarkQuery]
    /// Many different queries, as different people would type them.
    let mixed: [String]

    /// - Parameter stock: a connection that is used for nothing else, so that what this reads is not cached for anybody.
    init(_ stock: StockSearch, mixed count: Int) throws {
        let vocabulary = try Vocabulary(stock.connection)
        let neighbours = try NeighbouringWords(stock.connection)
        let chosen = vocabulary.words(inShares: [0.0001, 0.01, 0.1, 0.3, 0.5])
        words = try Self.counted(chosen.map { .word($0) }, stock)
        pairs = try Self.counted(Self.pairs(chosen.suffix(2), neighbours), stock)
        beginnings = try Self.counted(vocabulary.beginnings().map { .beginning($0) }, stock)
        var random = SplitMix64(seed: 1)
        mixed = (0..<count).compactMap { _ in MixedQuery.typed(vocabulary, &random) }
    }

    private static func pairs(_ words: ArraySlice<String>, _ neighbours: NeighbouringWords)
        -> [BenchmarkQuery]
    {
        var queries: [BenchmarkQuery] = []
        if let first = words.first, let last = words.last, first != last {
            queries += [.both(first, last), .either(first, last)]
        }
        return queries + [neighbours.rare, neighbours.commonest].compactMap { $0.map(BenchmarkQuery.phrase) }
    }

    private static func counted(_ queries: [BenchmarkQuery], _ stock: StockSearch) throws -> [BenchmarkQuery]
    {
        try queries.map { query in
            var query = query
            query.matches = try stock.count(query.match)
            return query
        }
    }
}
