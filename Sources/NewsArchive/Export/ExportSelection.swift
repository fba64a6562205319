import NewsArchiveSQLite

/// The articles of an export, in the order of their ids.
struct ExportSelection {
    private let connection: Connection
    /// nil for all articles.
    let ids: [ArticleID]?

    /// - Throws: ``ArchiveError/notApplicable(_:)`` for a query that says nothing.
    init(_ connection: Connection, _ query: Query?) throws {
        self.connection = connection
        if let query, query.meaningful == nil {
            throw ArchiveError.notApplicable(
                "there is no word and no condition in the query; leave it out to export all articles")
        }
        ids = try query.map { try MatchingArticles.ids(of: $0, in: connection) }
    }

    /// Calls `body` with each id.
    func each(_ body: (ArticleID) throws -> Void) throws {
        if let ids { return try ids.forEach(body) }
        var rows = try Statement(connection, "SELECT id FROM article ORDER BY id")
        // Left between two rows, it would hold the snapshot open.
        defer { rows.reset() }
        while try rows.step() { try body(ArticleID(rawValue: try rows.integer(0))) }
    }

    /// What is known of them all.
    func outline() throws -> ExportOutline {
        var outline = ExportOutline()
        let sources = try ids.map(sources) ?? allSources()
        outline.hasSeveralSources = sources.count > 1
        if sources.count == 1, let source = sources[0] {
            var name = try Statement(connection, "SELECT name FROM source WHERE id = ?1")
            try name.bind(1, source)
            outline.source = try name.first { try $0.text(0) }
        }
        outline.newest = try newest()
        // They have the lowest ids.
        let first = try ids.map { $0.first } ?? lowestID()
        outline.hasUndated = first.map { $0 < ArticleID.firstDated } ?? false
        return outline
    }

    private func lowestID() throws -> ArticleID? {
        try connection.integer("SELECT min(id) FROM article").map(ArticleID.init(rawValue:))
    }

    // Two are as many as all.
    private func sources(of ids: [ArticleID]) throws -> [Int64?] {
        var source = try Statement(connection, "SELECT source_id FROM article WHERE id = ?1")
        var found: [Int64?] = []
        for id in ids {
            try source.bind(1, id.rawValue)
            guard let next = try source.first({ try $0.optionalInteger(0) }) else { continue }
            if !found.contains(next) { found.append(next) }
            if found.count > 1 { break }
        }
        return found
    }

    private func allSources() throws -> [Int64?] {
        var sources = try Statement(
            connection,
            """
            SELECT nullif(number, 0)
            FROM (
              SELECT min(coalesce(source_id, 0)) AS number FROM article
              UNION
              SELECT max(coalesce(source_id, 0)) FROM article
            )
            """)
        return try sources.all { try $0.optionalInteger(0) }
    }

    private func newest() throws -> PublicationTime? {
        let last = try ids.map { $0.last?.rawValue } ?? connection.integer("SELECT max(id) FROM article")
        var time = try Statement(
            connection, "SELECT published, precision, utc_offset, origin FROM article WHERE id = ?1")
        try time.bind(1, last)
        return try time.first {
            try PublicationTime($0, secondsAt: 0, precisionAt: 1, offsetAt: 2, originAt: 3)
        } ?? nil
    }
}
