import NewsArchiveSQLite

/// Writes what records say of articles beside their wording: each such statement of a source once.
final class MetadataWriter {
    private let connection: Connection
    private let reader: MetadataReader
    private var insert: Statement

    init(_ connection: Connection) throws {
        self.connection = connection
        reader = try MetadataReader(connection)
        insert = try Statement(
            connection,
            """
            INSERT INTO metadata
              (article_id, source_id, guid, url, author, language, categories, enclosures, summary, guid_key, link_key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """)
    }

    /// The rows that say what the sightings of an article in this chunk say; nil for those that say nothing.
    func rows(for article: KnownArticle, as id: ArticleID) throws -> [Int64?] {
        guard article.sightings.contains(where: { $0.metadata != nil }) else {
            return article.sightings.map { _ in nil }
        }
        var known = article.stored == nil ? [] : try reader.rows(of: id)
        return try article.sightings.map { sighting in
            guard let metadata = sighting.metadata else { return nil }
            let rows = known.filter { $0.metadata.source == metadata.source }
            var new = metadata
            // Looking a key up is to read one row, however often a source changed what it says.
            if rows.contains(where: { $0.metadata.guidKey == new.guidKey }) { new.guidKey = nil }
            if rows.contains(where: { $0.metadata.linkKey == new.linkKey }) { new.linkKey = nil }
            let same = rows.first { $0.metadata.saysSame(as: metadata) }
            if let same, new.guidKey == nil, new.linkKey == nil { return same.row }
            let row = try add(new, to: id)
            known.append((row, new))
            return row
        }
    }

    /// Writes a statement about an article.
    func add(_ metadata: MetadataRow, to id: ArticleID) throws -> Int64 {
        try insert.bind(1, id.rawValue)
        try insert.bind(2, metadata.source)
        for (column, text) in metadata.texts.enumerated() { try insert.bind(Int32(column + 3), text) }
        try insert.bind(10, metadata.guidKey)
        try insert.bind(11, metadata.linkKey)
        try insert.run()
        return connection.lastInsertedRowID
    }
}
