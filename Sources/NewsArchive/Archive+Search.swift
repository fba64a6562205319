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
    /// - Throws: ``ArchiveError``; never for what was typed.
    public func search(
        _ typed: String, order: SearchOrder = .relevance, limit: Int = 20, after cursor: SearchCursor? = nil,
        countsAll: Bool = false
    ) async throws -> SearchResults {
        try await search(
            Query(typed), text: typed, order: order, limit: limit, after: cursor, countsAll: countsAll)
    }

    /// The articles that a query finds, a page at a time. As for a typed one.
    ///
    /// - Throws: ``ArchiveError``.
    public func search(
        _ query: Query, order: SearchOrder = .relevance, limit: Int = 20, after cursor: SearchCursor? = nil,
        countsAll: Bool = false
    ) async throws -> SearchResults {
        try await search(
            query, text: query.description, order: order, limit: limit, after: cursor, countsAll: countsAll)
    }

    /// How many of the articles that a query finds were published on each day, in each month or year, oldest first.
    ///
    /// Days are those of the stamps' own clocks. An article of which the month alone is known is on its first day; one
    /// without a date is on none. Without a query, all articles are counted.
    ///
    /// - Throws: ``ArchiveError``.
    public func histogram(of query: Query? = nil, by unit: HistogramUnit) async throws -> [HistogramBar] {
        try await counting(query, otherwise: []) { session in
            HistogramBar.bars(try session.countsByDay(), by: unit)
        }
    }

    /// How many of the articles that a query finds each source listed, most first. Without a query, all are counted.
    ///
    /// - Throws: ``ArchiveError``.
    public func sources(of query: Query? = nil) async throws -> [SourceCount] {
        try await counting(query, otherwise: []) { session in try session.countsBySource() }
    }

    private func counting<Result: Sendable>(
        _ query: Query?, otherwise nothing: Result,
        _ work: @escaping @Sendable (SearchSession) throws -> Result
    ) async throws -> Result {
        try await read { connection in
            let sources = try Self.sources(connection)
            guard let compiled = query.map({ CompiledQuery($0, sources: sources) }) ?? CompiledQuery() else {
                return nothing
            }
            return try work(try SearchSession(connection, compiled, order: .newest, limit: 0, after: nil))
        }
    }

    /// How a query is read, and what becomes of it.
    ///
    /// - Throws: ``ArchiveError``.
    public func explain(_ query: Query) async throws -> QueryExplanation {
        try await read { connection in
            let compiled = CompiledQuery(query, sources: try Self.sources(connection))
            return QueryExplanation(
                reading: query.meaningful?.description, match: compiled?.match,
                conditions: compiled?.conditions ?? [])
        }
    }

    private func search(
        _ query: Query, text: String, order: SearchOrder, limit: Int, after cursor: SearchCursor?,
        countsAll: Bool
    ) async throws -> SearchResults {
        try await read { connection in
            guard let compiled = CompiledQuery(query, sources: try Self.sources(connection)) else {
                return SearchResults(
                    query: text, isEmptyQuery: true, total: countsAll ? 0 : nil, next: nil, results: [])
            }
            // One more than asked for is looked for; no page has as many as this.
            let limit = max(0, min(limit, Int(Int32.max)))
            let session = try SearchSession(connection, compiled, order: order, limit: limit, after: cursor)
            let page = try session.page()
            return SearchResults(
                query: text, isEmptyQuery: false, total: countsAll ? try session.count() : nil,
                next: page.next,
                results: page.results)
        }
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
}
