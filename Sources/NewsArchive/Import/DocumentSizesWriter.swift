import NewsArchiveSQLite

/// Keeps the table document_sizes in step with the full-text index.
///
/// The blocks that the changed articles fall into are made anew from FTS5's own sizes, so that they cannot drift apart.
final class DocumentSizesWriter {
    /// How many articles a block has at the most: 12 bytes each, so that it fits into a page of the database.
    private static let blockLength = 256

    private var blockBegin: Statement
    private var blockEnd: Statement
    private var deleteBlocks: Statement
    private var insertBlocks: Statement

    init(_ connection: Connection) throws {
        blockBegin = try Statement(
            connection, "SELECT max(first_id) FROM document_sizes WHERE first_id <= ?1")
        blockEnd = try Statement(connection, "SELECT min(first_id) FROM document_sizes WHERE first_id > ?1")
        deleteBlocks = try Statement(
            connection, "DELETE FROM document_sizes WHERE first_id >= ?1 AND first_id < ?2")
        insertBlocks = try Statement(
            connection,
            """
            INSERT INTO document_sizes (first_id, sizes)
            SELECT min(id), newsarchive_size_block(id, sz)
            FROM (
              SELECT id, sz,
                (row_number() OVER (ORDER BY id) - 1) * ((count(*) OVER () + \(Self.blockLength - 1)) / \(Self.blockLength))
                  / (count(*) OVER ()) AS block
              FROM article_search_docsize
              WHERE id >= ?1 AND id < ?2
            )
            GROUP BY block
            """)
    }

    /// Brings the blocks of changed articles up to date.
    ///
    /// - Parameter ids: in order.
    func update(_ ids: [ArticleID]) throws {
        var done: Int64?
        for id in ids {
            if let done, id.rawValue < done { continue }
            let block = try range(around: id.rawValue)
            try rebuild(block)
            done = block.upperBound
        }
    }

    // The block that an id falls into. What comes before all blocks belongs to the first one: an archive that is filled
    // from its newest article backwards would else have a block an article.
    private func range(around id: Int64) throws -> Range<Int64> {
        if let begin = try bound(&blockBegin, id) { return begin..<(try bound(&blockEnd, id) ?? .max) }
        let first = try bound(&blockEnd, id) ?? .max
        return .min..<(try bound(&blockEnd, first) ?? .max)
    }

    private func bound(_ statement: inout Statement, _ id: Int64) throws -> Int64? {
        try statement.bind(1, id)
        return try statement.first { try $0.optionalInteger(0) } ?? nil
    }

    private func rebuild(_ block: Range<Int64>) throws {
        try deleteBlocks.bind(1, block.lowerBound)
        try deleteBlocks.bind(2, block.upperBound)
        try deleteBlocks.run()
        try insertBlocks.bind(1, block.lowerBound)
        try insertBlocks.bind(2, block.upperBound)
        try insertBlocks.run()
    }
}
