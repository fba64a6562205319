import NewsArchiveSQLite

/// Reads what records said of an article beside its wording.
struct MetadataLoader {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The statements about an article, by their rows.
    func metadata(of id: ArticleID) throws -> [Int64: ArticleMetadata] {
        var rows = try Statement(
            connection,
            """
            SELECT id, guid, url, author, language, coalesce(categories, '[]'), coalesce(enclosures, '[]'),
              coalesce(summary, '')
            FROM metadata
            WHERE article_id = ?1
            """)
        try rows.bind(1, id.rawValue)
        let found = try rows.all { row in
            let metadata = ArticleMetadata(
                guid: try row.optionalText(1), url: try row.optionalText(2), author: try row.optionalText(3),
                language: try row.optionalText(4), categories: try categories(try row.text(5)),
                enclosures: try enclosures(try row.text(6)), summary: ParsedText(try row.text(7)))
            return (try row.integer(0), metadata)
        }
        return Dictionary(found) { first, _ in first }
    }

    private func categories(_ json: String) throws -> [String] {
        guard json != "[]" else { return [] }
        var items = try Statement(connection, "SELECT value FROM json_each(?1) WHERE type = 'text'")
        try items.bind(1, json)
        return try items.all { try $0.text(0) }
    }

    private func enclosures(_ json: String) throws -> [ArticleMetadata.Enclosure] {
        guard json != "[]" else { return [] }
        var items = try Statement(
            connection,
            """
            SELECT value ->> 'url', value ->> 'type', value ->> 'length'
            FROM json_each(?1)
            WHERE type = 'object' AND value ->> 'url' IS NOT NULL
            """)
        try items.bind(1, json)
        return try items.all { item in
            ArticleMetadata.Enclosure(
                url: try item.text(0), type: try item.optionalText(1), length: try item.optionalInteger(2))
        }
    }
}

extension ArticleMetadata {
    /// Each part as the latest sighting says that has one.
    init(latestOf sightings: [Sighting], url: String?) {
        self.init()
        for said in sightings.reversed().map(\.metadata) where !said.isEmpty {
            guid = guid ?? said.guid
            author = author ?? said.author
            language = language ?? said.language
            if categories.isEmpty { categories = said.categories }
            if enclosures.isEmpty { enclosures = said.enclosures }
            if summary.isEmpty { summary = said.summary }
        }
        self.url = url
    }
}
