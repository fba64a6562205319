import NewsArchiveSQLite

/// Reads and writes the tables watch and watch_match.
struct WatchTable {
    private static let columns = """
        SELECT id, name, query, added, told_change,
          (SELECT count(*) FROM watch_match WHERE watch_id = watch.id)
        FROM watch
        """

    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// - Throws: ``ArchiveError`` for a name or a query that a watch cannot have.
    static func check(name: String, query: String) throws {
        let isControl: (Unicode.Scalar) -> Bool = { $0.properties.generalCategory == .control }
        if name.unicodeScalars.contains(where: isControl) {
            throw ArchiveError.notApplicable("a watch's name has no control characters; choose another one")
        }
        if name.allSatisfy(\.isWhitespace) {
            throw ArchiveError.notApplicable("a watch needs a name")
        }
        let parsed = Query(query)
        try QuerySize.check(parsed)
        if parsed.meaningful == nil {
            throw ArchiveError.notApplicable(
                "there is no word and no condition in the query \(query); a watch has to look for something")
        }
    }

    func all() throws -> [Watch] {
        var rows = try Statement(connection, "\(Self.columns) ORDER BY name")
        return try rows.all { try Watch($0) }
    }

    /// - Throws: ``ArchiveError/noSuchWatch(_:)``.
    func watch(_ name: String) throws -> Watch {
        guard let watch = try find(name) else { throw ArchiveError.noSuchWatch(name) }
        return watch
    }

    func add(_ name: String, query: String, tellsAll: Bool, replaces: Bool) throws -> Watch {
        if try find(name) != nil {
            guard replaces else { throw ArchiveError.watchExists(name) }
            try remove(name)
        }
        var insert = try Statement(
            connection,
            """
            INSERT INTO watch (name, query, added, told_change)
            SELECT ?1, ?2, ?3, iif(?4, -1, last_change)
            FROM archive
            """)
        try insert.bind(1, name)
        try insert.bind(2, query)
        try insert.bind(3, Clock.now)
        // Articles that an earlier version stored have change 0.
        try insert.bind(4, tellsAll ? 1 : 0)
        try insert.run()
        return try watch(name)
    }

    func remove(_ name: String) throws {
        let watch = try watch(name)
        var delete = try Statement(connection, "DELETE FROM watch WHERE id = ?1")
        try delete.bind(1, watch.id)
        try delete.run()
    }

    func acknowledge(_ news: WatchNews) throws {
        // The number of a watch that was removed may be another one's now.
        guard let watch = try find(news.watch.name), watch.isSame(as: news.watch) else { return }
        var insert = try Statement(
            connection,
            """
            INSERT OR IGNORE INTO watch_match (article_id, watch_id)
            SELECT id, ?2 FROM article WHERE id = ?1
            """)
        for article in news.articles {
            try insert.bind(1, article.id.rawValue)
            try insert.bind(2, watch.id)
            try insert.run()
        }
        guard news.isComplete else { return }
        var update = try Statement(
            connection, "UPDATE watch SET told_change = max(told_change, ?2) WHERE id = ?1")
        try update.bind(1, watch.id)
        try update.bind(2, news.change)
        try update.run()
    }

    private func find(_ name: String) throws -> Watch? {
        var row = try Statement(connection, "\(Self.columns) WHERE name = ?1")
        try row.bind(1, name)
        return try row.first { try Watch($0) }
    }
}

extension Watch {
    fileprivate init(_ row: borrowing Statement) throws {
        id = try row.integer(0)
        name = try row.text(1)
        query = try row.text(2)
        added = try row.integer(3)
        toldChange = try row.integer(4)
        told = try row.integer(5)
    }

    /// Whether it is the watch that was read before, though it may have told more since.
    fileprivate func isSame(as earlier: Watch) -> Bool {
        id == earlier.id && query == earlier.query && added == earlier.added
            && toldChange >= earlier.toldChange
    }
}
