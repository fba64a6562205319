import NewsArchiveSQLite

extension Archive {
    /// Adds a standing query, which tells what is added or reworded from now on.
    ///
    /// - Parameters:
    ///   - name: What it is called: any text without control characters.
    ///   - query: What it searches for, as it would be typed: see ``Query/init(_:)``.
    ///   - tellsAll: Whether it also tells what the archive has already.
    ///   - replaces: Whether it takes the place of a watch of that name, with all that was told of it.
    /// - Throws: ``ArchiveError``: ``ArchiveError/watchExists(_:)``, or ``ArchiveError/notApplicable(_:)`` for a name that is
    ///   none and a query that says nothing.
    @discardableResult
    public func addWatch(
        _ name: String, query: String, tellsAll: Bool = false, replacing replaces: Bool = false
    ) async throws -> Watch {
        try WatchTable.check(name: name, query: query)
        return try await changingWatches { watches in
            try watches.add(name, query: query, tellsAll: tellsAll, replaces: replaces)
        }
    }

    /// The standing queries, by their names.
    ///
    /// - Throws: ``ArchiveError``.
    public func watches() async throws -> [Watch] {
        try await read { connection in try WatchTable(connection).all() }
    }

    /// Removes a standing query, and what is known of what it told.
    ///
    /// - Throws: ``ArchiveError``, ``ArchiveError/noSuchWatch(_:)`` among them.
    public func removeWatch(_ name: String) async throws {
        try await changingWatches { watches in try watches.remove(name) }
    }

    /// What a standing query has to tell: articles that were added or reworded since it was added, match now, and were not
    /// told before.
    ///
    /// Nothing is taken for told by this: that is what ``acknowledge(_:)`` is for, once it was. What stops between the two is
    /// told again. Two programs that ask at the same time get the same news; the command has one wait for the other. A
    /// rewording is news of an article that the watch has not told of, though it matched when the watch was added. Another
    /// sighting, with other views or by another source, is none.
    ///
    /// ```swift
    /// let news = try await archive.news(of: "harbour")
    /// for article in news.articles {
    ///     print(article.headline.text)
    /// }
    /// try await archive.acknowledge(news)
    /// ```
    /// - Parameters:
    ///   - name: What the watch is called.
    ///   - limit: How many articles to return at the most.
    /// - Throws: ``ArchiveError``, ``ArchiveError/noSuchWatch(_:)`` among them; a `CancellationError` when the task was
    ///   cancelled.
    public func news(of name: String, limit: Int = 1000) async throws -> WatchNews {
        try await stoppable(nil) { connection, stop in
            try WatchReader(connection, stop: stop).news(of: WatchTable(connection).watch(name), limit: limit)
        }
    }

    /// Remembers that news were told, so that they are not told again.
    ///
    /// To acknowledge twice does no harm, nor for a watch that was removed or replaced meanwhile.
    ///
    /// - Throws: ``ArchiveError``; then nothing was remembered.
    public func acknowledge(_ news: WatchNews) async throws {
        try await changingWatches { watches in try watches.acknowledge(news) }
    }

    private func changingWatches<Result: Sendable>(
        _ work: @escaping @Sendable (WatchTable) throws -> Result
    ) async throws -> Result {
        guard opener.mayMigrate else { throw ArchiveError.notWritable(path: path) }
        let path = path
        return try await pool.writer.run { connection in
            try ArchiveError.translating(path: path) {
                try connection.transaction { connection in try work(WatchTable(connection)) }
            }
        }
    }
}
