extension ArchiveSet {
    /// How many of the articles that a query finds in the archives were published on each day, in each month or year, oldest
    /// first. As ``Archive/histogram(of:by:timeout:)``.
    ///
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func histogram(
        of query: Query? = nil, by unit: HistogramUnit, timeout: Duration? = nil
    ) async throws -> [HistogramBar] {
        let bars = try await each { _, archive in
            try await archive.histogram(of: query, by: unit, timeout: timeout)
        }
        let counts = Dictionary(bars.joined().map { ($0.start, $0.count) }, uniquingKeysWith: +)
        return counts.map(HistogramBar.init).sorted {
            $0.start.secondsByItsOwnClock < $1.start.secondsByItsOwnClock
        }
    }

    /// How many of the articles that a query finds in the archives each source listed, most first. Sources of one name
    /// count as one. As ``Archive/sources(of:timeout:)``.
    ///
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func sources(of query: Query? = nil, timeout: Duration? = nil) async throws -> [SourceCount] {
        let found = try await each { _, archive in try await archive.sources(of: query, timeout: timeout) }
        let counts = Dictionary(found.joined().map { ($0.source, $0.count) }, uniquingKeysWith: +)
        return counts.map(SourceCount.init).sorted {
            ($1.count, $0.source ?? "") < ($0.count, $1.source ?? "")
        }
    }

    /// What may have been meant by the words of a query that no article of any archive has. As
    /// ``Archive/suggestions(for:timeout:)``. How many articles have a word is counted in the archives that suggest it.
    ///
    /// - Throws: ``ArchiveError``; a `CancellationError` when the task was cancelled.
    public func suggestions(for query: Query, timeout: Duration? = nil) async throws -> [Suggestion] {
        let unknown = try await each { _, archive in
            try await archive.unknownWords(of: query, timeout: timeout)
        }
        // A word that is known to one of them was not misspelt.
        let words = (unknown.first ?? []).filter { word in unknown.allSatisfy { $0.contains(word) } }
        guard !words.isEmpty else { return [] }
        let found = try await each { _, archive in
            try await archive.suggestions(forUnknown: words, timeout: timeout)
        }
        return words.compactMap { word in
            SpellingCheck.merged(found.joined().filter { $0.word == word })
        }
    }
}
