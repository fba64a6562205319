extension ArchiveSet {
    /// The articles that a typed query finds in any of the archives, a page at a time.
    ///
    /// As ``Archive/search(_:order:limit:after:countsAll:halfLifeDays:timeout:)-(String,_,_,_,_,_,_)``. By relevance, the
    /// scores of the archives are compared as they are; see ``ArchiveSet``.
    ///
    /// - Parameters:
    ///   - typed: What to search for.
    ///   - order: Which articles come first.
    ///   - limit: How many to return at the most, of all archives together.
    ///   - cursor: Where the page before ended: ``ArchiveSetResults/next`` of the same archives in the same order.
    ///   - countsAll: Whether to count all the articles that it finds, which takes longer.
    ///   - halfLifeDays: In how many days an article loses half of its score by ``SearchOrder/recentRelevance``.
    ///   - timeout: How long the search may take; nil for as long as it takes.
    /// - Throws: ``ArchiveError``, never for what was typed; a `CancellationError` when the task was cancelled.
    public func search(
        _ typed: String, order: SearchOrder = .relevance, limit: Int = 20,
        after cursor: ArchiveSetCursor? = nil,
        countsAll: Bool = false, halfLifeDays: Double = 365, timeout: Duration? = nil
    ) async throws -> ArchiveSetResults {
        let request = SearchRequest(order: order, limit: limit, cursor: nil, halfLifeDays: halfLifeDays)
        return try await search(
            Query(typed), text: typed, request, after: cursor, countsAll: countsAll, timeout: timeout)
    }

    /// The articles that a query finds in any of the archives, a page at a time. As for a typed one.
    ///
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func search(
        _ query: Query, order: SearchOrder = .relevance, limit: Int = 20,
        after cursor: ArchiveSetCursor? = nil,
        countsAll: Bool = false, halfLifeDays: Double = 365, timeout: Duration? = nil
    ) async throws -> ArchiveSetResults {
        try QuerySize.check(query)
        let request = SearchRequest(order: order, limit: limit, cursor: nil, halfLifeDays: halfLifeDays)
        return try await search(
            query, text: query.description, request, after: cursor, countsAll: countsAll, timeout: timeout)
    }

    private func search(
        _ query: Query, text: String, _ request: SearchRequest, after cursor: ArchiveSetCursor?,
        countsAll: Bool, timeout: Duration?
    ) async throws -> ArchiveSetResults {
        let cursors = try cursors(of: cursor)
        let pages = try await each { place, archive in
            var request = request
            request.cursor = cursors[place]
            return try await archive.page(of: query, request, countsAll: countsAll, timeout: timeout)
        }
        let merged = PageMerge(pages, after: cursors).first(request.limit)
        return ArchiveSetResults(
            query: text, isEmptyQuery: query.meaningful == nil,
            total: countsAll ? pages.reduce(0) { $0 + ($1.total ?? 0) } : nil, next: merged.next,
            results: merged.results)
    }

    private func cursors(of cursor: ArchiveSetCursor?) throws -> [SearchCursor?] {
        guard let cursor else { return archives.map { _ in nil } }
        guard cursor.cursors.count == archives.count else {
            throw ArchiveError.cursorOfOtherArchives(found: cursor.cursors.count, expected: archives.count)
        }
        return cursor.cursors
    }
}
