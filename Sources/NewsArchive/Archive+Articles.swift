import NewsArchiveSQLite

extension Archive {
    /// An article with its text, its sightings and its earlier wordings; nil when there is none with this id.
    ///
    /// A former id of an article leads to it, too: compare ``Article/id``.
    ///
    /// - Throws: ``ArchiveError``.
    public func article(_ id: ArticleID) async throws -> Article? {
        try await read { connection in try ArticleLoader(connection).load(id) }
    }

    /// What the archive holds, in numbers.
    ///
    /// ```swift
    /// let statistics = try await archive.statistics()
    /// print(statistics.articles, "articles, the last one of", statistics.last?.description ?? "no date")
    /// ```
    /// - Throws: ``ArchiveError``.
    public func statistics() async throws -> Statistics {
        try await read { connection in try Statistics(connection) }
    }

    /// The dumps that were imported, in the order in which they were.
    ///
    /// - Throws: ``ArchiveError``.
    public func dumps() async throws -> [Dump] {
        try await read { connection in
            var statement = try Statement(
                connection,
                """
                SELECT dump.name, format, source.name, bytes, digest, taken, added, seen_again, revised, rejected,
                  started, finished, dump.id
                FROM dump
                LEFT JOIN source ON source.id = dump.source_id
                ORDER BY dump.id
                """)
            return try statement.all { try Dump($0) }
        }
    }
}

extension Dump {
    fileprivate init(_ row: borrowing Statement) throws {
        name = try row.text(0)
        format = try row.text(1)
        source = try row.optionalText(2)
        bytes = try row.integer(3)
        digest = try row.blob(4)
        taken = try row.optionalText(5)
        var counts = RecordCounts()
        counts.added = try row.count(6)
        counts.seenAgain = try row.count(7)
        counts.revised = try row.count(8)
        counts.rejected = try row.count(9)
        self.counts = counts
        started = try row.integer(10)
        finished = try row.optionalInteger(11)
        id = try row.integer(12)
    }
}

extension Statistics {
    fileprivate init(_ connection: Connection) throws {
        articles = try connection.integer("SELECT count(*) FROM article") ?? 0
        sightings = try connection.integer("SELECT count(*) FROM sighting") ?? 0
        revisions = try connection.integer("SELECT count(*) FROM revision") ?? 0
        sources = try connection.integer("SELECT count(*) FROM source") ?? 0
        dumps = try connection.integer("SELECT count(*) FROM dump") ?? 0
        first = try Self.border(connection, "min", "ASC")
        last = try Self.border(connection, "max", "DESC")
        bytes =
            (try connection.integer("PRAGMA page_count") ?? 0)
            * (try connection.integer("PRAGMA page_size") ?? 0)
    }

    // The ids say the minute but for what spilled over: the exact time is sought among the rows that far away.
    private static func border(
        _ connection: Connection, _ function: String, _ direction: String
    ) throws -> PublicationTime? {
        let dated = "id >= \(ArticleID.firstDated)"
        guard let id = try connection.integer("SELECT \(function)(id) FROM article WHERE \(dated)") else {
            return nil
        }
        let spill = try connection.longestSpill()
        let reach = (spill + 1) * ArticleID.slotsPerMinute
        var statement = try Statement(
            connection,
            """
            SELECT published, precision, utc_offset, origin
            FROM article
            WHERE \(dated) AND id BETWEEN \(id) - \(reach) AND \(id) + \(reach)
            ORDER BY published \(direction)
            LIMIT 1
            """)
        return try statement.first {
            try PublicationTime($0, secondsAt: 0, precisionAt: 1, offsetAt: 2, originAt: 3)
        } ?? nil
    }
}
