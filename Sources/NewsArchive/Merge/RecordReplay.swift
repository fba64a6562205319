import NewsArchiveSQLite

/// Puts the records of an archive's dumps together again from its sightings.
///
/// To be used inside one snapshot of that archive.
final class RecordReplay {
    private let metadata: MetadataLoader
    private var places: Statement
    private var record: Statement
    private var known: (article: ArticleID, metadata: [Int64: ArticleMetadata])?

    init(_ connection: Connection) throws {
        metadata = MetadataLoader(connection)
        // All sightings once, by their places: an index by dump would cost every import. The table is the connection's own, but
        // a connection that only reads could not make it.
        let isReadOnly = try connection.integer("PRAGMA query_only") == 1
        try connection.execute("PRAGMA query_only = OFF")
        try connection.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS replayed_sighting (
              dump_id INTEGER NOT NULL, position INTEGER NOT NULL, article_id INTEGER NOT NULL,
              PRIMARY KEY (dump_id, position)
            ) WITHOUT ROWID;
            DELETE FROM temp.replayed_sighting;
            INSERT INTO temp.replayed_sighting
            SELECT dump_id, position, article_id FROM sighting ORDER BY dump_id, position;
            """)
        if isReadOnly { try connection.execute("PRAGMA query_only = ON") }
        places = try Statement(
            connection,
            """
            SELECT position, article_id
            FROM temp.replayed_sighting
            WHERE dump_id = ?1 AND position >= ?2
            ORDER BY position
            """)
        record = try Statement(
            connection,
            """
            SELECT coalesce(revision.headline, article.headline),
              iif(revision.id IS NULL, coalesce(body.text, ''), revision.body),
              iif(revision.id IS NULL, article.credit, revision.credit),
              sighting.published, sighting.precision, sighting.utc_offset, unreadable_time, updated, sighting.views,
              seen, source.name, metadata_id, coalesce(silent, 0), dump.format = 'listing'
            FROM sighting
            JOIN dump ON dump.id = dump_id
            JOIN article ON article.id = sighting.article_id
            LEFT JOIN body ON body.article_id = article.id AND revision_id IS NULL
            LEFT JOIN revision ON revision.id = revision_id
            LEFT JOIN source ON source.id = sighting.source_id
            WHERE sighting.article_id = ?1 AND dump_id = ?2 AND position = ?3
            """)
    }

    /// Hands over the records of a dump from a position on, in chunks. Those that it has no more stand in them as absent.
    func forEachChunk(
        of dump: Int64, from first: Int, limit: Int = ImportChunk.byteLimit,
        _ handle: (ImportChunk) throws -> Void
    ) throws {
        try places.bind(1, dump)
        try places.bind(2, first)
        let rows = try places.all { (try $0.count(0), ArticleID(rawValue: try $0.integer(1))) }
        var chunk = ImportChunk(firstPosition: first, byteLimit: limit)
        for (position, article) in rows {
            if chunk.records.isEmpty { chunk = ImportChunk(firstPosition: position, byteLimit: limit) }
            while chunk.firstPosition + chunk.records.count < position { chunk.add(.absent, byteCount: 0) }
            let found = try self.article(article, dump, position)
            chunk.add(
                .article(found), byteCount: found.article.headline.utf8.count + found.article.body.utf8.count)
            guard chunk.isFull else { continue }
            try handle(chunk)
            chunk = ImportChunk(firstPosition: position + 1, byteLimit: limit)
        }
        if !chunk.records.isEmpty { try handle(chunk) }
    }

    private func article(_ id: ArticleID, _ dump: Int64, _ position: Int) throws -> PreparedArticle {
        try record.bind(1, id.rawValue)
        try record.bind(2, dump)
        try record.bind(3, position)
        let found = try record.first { row in
            (
                try ParsedArticle(row, metadata: try said(of: id, row: try row.optionalInteger(11))),
                try row.optionalText(10)
            )
        }
        guard let (article, source) = found else { throw SQLiteError(corrupt: "a sighting of no article") }
        return PreparedArticle(article, localTime: .utc, source: source)
    }

    private func said(of id: ArticleID, row: Int64?) throws -> ArticleMetadata {
        guard let row else { return ArticleMetadata() }
        if known?.article != id { known = (id, try metadata.metadata(of: id)) }
        return known?.metadata[row] ?? ArticleMetadata()
    }
}

extension ParsedArticle {
    fileprivate init(_ row: borrowing Statement, metadata: ArticleMetadata) throws {
        let shown = Wording(
            headline: try row.text(0), body: ParsedText(validUTF8: try row.utf8(1)),
            credit: try row.optionalText(2))
        let stating = shown.without(Silence(rawValue: Int(truncatingIfNeeded: try row.integer(12))))
        let stated = try PublicationTime(row, secondsAt: 3, precisionAt: 4, offsetAt: 5)
        let listed = try row.optionalText(9).flatMap(LocalTime.init(iso8601:))
        let isDatedByList = try row.integer(13) != 0 && stated == nil && listed != nil
        let updated = try row.optionalInteger(7).flatMap {
            LocalTime(secondsByItsOwnClock: $0, precision: .minute)
        }
        self.init(
            headline: stating.headline, body: stating.body, credit: stating.credit,
            published: isDatedByList ? listed : stated?.local,
            minutesAheadOfUTC: stated?.minutesAheadOfUTC, unreadableTime: try row.optionalText(6),
            origin: stated != nil ? .stated : isDatedByList ? .dump : .unknown,
            updated: updated.map { StatedTime($0, minutesAheadOfUTC: 0) }, views: try row.optionalInteger(8),
            listed: listed, metadata: metadata)
    }
}
