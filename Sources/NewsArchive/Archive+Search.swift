import NewsArchiveSQLite

extension Archive {
    /// The articles that a typed query finds, a page at a time.
    ///
    /// Any text is a query; see ``Query/init(_:)``. A text without a word or a condition finds nothing and says so in
    /// ``SearchResults/isEmptyQuery``.
    ///
    /// ```swift
    /// let newest = try await archive.search("\"gaza strip\" ceasefire since:2025-10", order: .newest, limit: 5)
    /// for result in newest.results {
    ///     print(result.published?.description ?? "undated", result.headline.text)
    /// }
    /// ```
    /// - Parameters:
    ///   - typed: What to search for.
    ///   - order: Which articles come first.
    ///   - limit: How many to return at the most.
    ///   - cursor: Where the page before ended: ``SearchResults/next``.
    ///   - countsAll: Whether to count all the articles that it finds, which takes longer.
    ///   - halfLifeDays: In how many days an article loses half of its score by ``SearchOrder/recentRelevance``.
    ///   - timeout: How long the search may take; nil for as long as it takes.
    /// - Throws: ``ArchiveError``, never for what was typed; a `CancellationError` when the task was cancelled.
    public func search(
        _ typed: String, order: SearchOrder = .relevance, limit: Int = 20, after cursor: SearchCursor? = nil,
        countsAll: Bool = false, halfLifeDays: Double = 365, timeout: Duration? = nil
    ) async throws -> SearchResults {
        let request = SearchRequest(order: order, limit: limit, cursor: cursor, halfLifeDays: halfLifeDays)
        return try await search(
            Query(typed), text: typed, request, countsAll: countsAll, timeout: timeout)
    }

    /// The articles that a query finds, a page at a time. As for a typed one.
    ///
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func search(
        _ query: Query, order: SearchOrder = .relevance, limit: Int = 20, after cursor: SearchCursor? = nil,
        countsAll: Bool = false, halfLifeDays: Double = 365, timeout: Duration? = nil
    ) async throws -> SearchResults {
        try QuerySize.check(query)
        let request = SearchRequest(order: order, limit: limit, cursor: cursor, halfLifeDays: halfLifeDays)
        return try await search(
            query, text: query.description, request, countsAll: countsAll, timeout: timeout)
    }

    /// What the articles that a query finds are called, without a look at what is in them: the search alone.
    ///
    /// - Parameters:
    ///   - query: What to search for.
    ///   - order: Which articles come first.
    ///   - limit: How many to return at the most.
    ///   - cursor: Where a page of a search ended: ``SearchResults/next``.
    ///   - halfLifeDays: In how many days an article loses half of its score by ``SearchOrder/recentRelevance``.
    ///   - timeout: How long the search may take; nil for as long as it takes.
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func ids(
        of query: Query, order: SearchOrder = .relevance, limit: Int, after cursor: SearchCursor? = nil,
        halfLifeDays: Double = 365, timeout: Duration? = nil
    ) async throws -> [ArticleID] {
        let request = SearchRequest(order: order, limit: limit, cursor: cursor, halfLifeDays: halfLifeDays)
        return try await stoppable(timeout) { connection, stop in
            guard let compiled = try CompiledQuery(query, in: connection, stop: stop) else { return [] }
            return try SearchSession(connection, compiled, request, stop: stop).foundIDs()
        }
    }

    /// How many of the articles that a query finds were published on each day, in each month or year, oldest first.
    ///
    /// Days are those of the stamps' own clocks. An article of which the month alone is known is on its first day; one
    /// without a date is on none. Without a query, all articles are counted.
    ///
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func histogram(
        of query: Query? = nil, by unit: HistogramUnit, timeout: Duration? = nil
    ) async throws -> [HistogramBar] {
        try await counting(query, otherwise: [], timeout) { session in
            HistogramBar.bars(try session.countsByDay(), by: unit)
        }
    }

    /// How many of the articles that a query finds each source listed, most first. Without a query, all are counted.
    ///
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func sources(of query: Query? = nil, timeout: Duration? = nil) async throws -> [SourceCount] {
        try await counting(query, otherwise: [], timeout) { session in try session.countsBySource() }
    }

    /// How a query is read, and what becomes of it.
    ///
    /// - Throws: ``ArchiveError``.
    public func explain(_ query: Query) async throws -> QueryExplanation {
        try QuerySize.check(query)
        return try await read { connection in
            let finder = FormFinder(connection)
            let compiled = try CompiledQuery(try query.withForms(by: finder), in: connection)
            return QueryExplanation(
                reading: query.meaningful?.description, match: compiled?.match,
                conditions: compiled?.conditions ?? [], forms: finder.found)
        }
    }
}

extension Archive {
    private func search(
        _ query: Query, text: String, _ request: SearchRequest, countsAll: Bool, timeout: Duration?
    ) async throws -> SearchResults {
        let page = try await page(of: query, request, countsAll: countsAll, timeout: timeout)
        return SearchResults(
            query: text, isEmptyQuery: query.meaningful == nil, total: page.total, next: page.next,
            results: page.results.map(\.result))
    }

    /// A page of the articles that a query finds; an empty one for a query that says nothing.
    func page(
        of query: Query, _ request: SearchRequest, countsAll: Bool, timeout: Duration?
    ) async throws -> SearchPage {
        try await stoppable(timeout) { connection, stop in
            guard let compiled = try CompiledQuery(query, in: connection, stop: stop) else {
                return SearchPage(total: countsAll ? 0 : nil)
            }
            let session = try SearchSession(connection, compiled, request, stop: stop)
            var page = try session.page()
            page.total = countsAll ? try session.count() : nil
            return page
        }
    }

    private func counting<Result: Sendable>(
        _ query: Query?, otherwise nothing: Result, _ timeout: Duration?,
        _ work: @escaping @Sendable (SearchSession) throws -> Result
    ) async throws -> Result {
        try await stoppable(timeout) { connection, stop in
            guard
                let compiled = try query.map({ try CompiledQuery($0, in: connection, stop: stop) })
                    ?? CompiledQuery()
            else { return nothing }
            return try work(try SearchSession(connection, compiled, SearchRequest(), stop: stop))
        }
    }

    func stoppable<Result: Sendable>(
        _ timeout: Duration?, _ work: @escaping @Sendable (Connection, StopFlag) throws -> Result
    ) async throws -> Result {
        let budget = SearchBudget(timeout: timeout)
        return try await budget.spend {
            try await read { connection in
                try QuerySize.translating { try budget.run(connection, work) }
            }
        }
    }
}

extension CompiledQuery {
    /// Compiles a query for an archive; nil when nothing in it says anything.
    init?(_ query: Query, in connection: Connection, stop: StopFlag? = nil) throws {
        try QuerySize.check(query)
        let query = try query.withForms(by: FormFinder(connection, stop: stop))
        // A word has many forms.
        try QuerySize.check(query)
        self.init(query, sources: query.asksForSource ? try Self.sources(connection) : [:])
    }

    private static func sources(_ connection: Connection) throws -> [[UInt8]: [Int64]] {
        var statement = try Statement(connection, "SELECT id, name FROM source")
        let rows = try statement.all { (id: try $0.integer(0), name: try $0.text(1)) }
        return Dictionary(grouping: rows) { Folding.fold($0.name) }.mapValues { $0.map(\.id) }
    }
}

/// How a query is read, and what becomes of it.
public struct QueryExplanation: Equatable, Sendable {
    /// The query in the words of the query language, with all its parentheses; nil when nothing in it says anything.
    public let reading: String?
    /// What the index is asked, in the language of FTS5; nil when no text must match.
    public let match: String?
    /// What is asked of the articles beside it, in SQL.
    public let conditions: [String]
    /// The forms of the words whose forms are looked for, in the order of the query.
    public let forms: [WordForms]
}
