import NewsArchiveSQLite

/// Sees to it that an article has the statements of metadata that its sightings make, and no others.
final class MetadataKeeper {
    private let reader: MetadataReader
    private let writer: MetadataWriter
    private var clearKeys: Statement
    private var moveRow: Statement
    private var deleteRow: Statement
    private var giveKeys: Statement

    init(_ connection: Connection) throws {
        reader = try MetadataReader(connection)
        writer = try MetadataWriter(connection)
        clearKeys = try Statement(
            connection,
            """
            UPDATE metadata
            SET guid_key = iif(?2, NULL, guid_key), link_key = iif(?3, NULL, link_key)
            WHERE id = ?1
            """)
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

    /// Writes what is said of a new article, and gives the dossier with the rows that this became.
    func add(to dossier: Dossier, as id: ArticleID) throws -> Dossier {
        var written = dossier
        var rows: [Int64: Int64] = [:]
        written.metadata = [:]
        for (row, metadata) in dossier.metadata.sorted(by: { $0.key < $1.key }) {
            let new = try writer.add(metadata, to: id)
            rows[row] = new
            written.metadata[new] = metadata
        }
        for index in written.sightings.indices {
            written.sightings[index].metadata = written.sightings[index].metadata.flatMap { rows[$0] }
        }
        return written
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
        try clearRepeats(rest)
    }

    // Of an article and source, each key is in one row: two rows that came together may have the same.
    private func clearRepeats(_ rows: [(row: Int64, metadata: MetadataRow)]) throws {
        var known: Set<[Int64?]> = []
        for (row, metadata) in rows {
            let hasGuid = metadata.guidKey.map { !known.insert([0, metadata.source, $0]).inserted } ?? false
            let hasLink = metadata.linkKey.map { !known.insert([1, metadata.source, $0]).inserted } ?? false
            guard hasGuid || hasLink else { continue }
            try clearKeys.bind(1, row)
            try clearKeys.bind(2, hasGuid ? 1 : 0)
            try clearKeys.bind(3, hasLink ? 1 : 0)
            try clearKeys.run()
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
