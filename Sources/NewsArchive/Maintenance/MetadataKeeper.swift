import NewsArchiveSQLite

/// Sees to it that an article has the statements of metadata that its sightings make, and no others.
final class MetadataKeeper {
    private let reader: MetadataReader
    private var moveRow: Statement
    private var deleteRow: Statement
    private var giveKeys: Statement

    init(_ connection: Connection) throws {
        reader = try MetadataReader(connection)
        moveRow = try Statement(connection, "UPDATE metadata SET article_id = ?2 WHERE id = ?1")
        deleteRow = try Statement(connection, "DELETE FROM metadata WHERE id = ?1")
        giveKeys = try Statement(
            connection,
            """
            UPDATE metadata
            SET guid_key = coalesce(guid_key, ?2), link_key = coalesce(link_key, ?3)
            WHERE id = ?1
            """)
    }

    /// Makes rows those of another article.
    func move(_ rows: some Sequence<Int64>, to id: ArticleID) throws {
        for row in rows {
            try moveRow.bind(1, row)
            try moveRow.bind(2, id.rawValue)
            try moveRow.run()
        }
    }

    /// Removes the rows of an article that are not among those given. The keys by which it is found go over to rows that say
    /// the same guid or link.
    func keep(_ kept: Set<Int64>, of id: ArticleID) throws {
        let rows = try reader.rows(of: id)
        let rest = rows.filter { kept.contains($0.row) }
        for (row, metadata) in rows where !kept.contains(row) {
            try deleteRow.bind(1, row)
            try deleteRow.run()
            try hand(metadata, to: rest.filter { $0.metadata.source == metadata.source })
        }
    }

    private func hand(_ lost: MetadataRow, to rows: [(row: Int64, metadata: MetadataRow)]) throws {
        if let key = lost.guidKey, let heir = rows.first(where: { $0.metadata.guid == lost.guid }) {
            try give(heir.row, guid: key, link: nil)
        }
        let link = lost.url.flatMap(CanonicalLink.init)
        if let key = lost.linkKey,
            let heir = rows.first(where: { $0.metadata.url.flatMap(CanonicalLink.init) == link })
        {
            try give(heir.row, guid: nil, link: key)
        }
    }

    private func give(_ row: Int64, guid: Int64?, link: Int64?) throws {
        try giveKeys.bind(1, row)
        try giveKeys.bind(2, guid)
        try giveKeys.bind(3, link)
        try giveKeys.run()
    }
}
