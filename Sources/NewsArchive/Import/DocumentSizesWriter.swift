import NewsArchiveSQLite

/// Keeps the table document_sizes in step with the full-text index.
///
/// The blocks that the changed articles fall into are made anew from FTS5's own sizes, so that they cannot drift apart.
final class DocumentSizesWriter {
    /// How many articles a block has at the most: 12 bytes each, so that it fits into a page of the database.
    private static let blockLength: Int64 = 256

    private var blockBegin: Statement
    private var blockEnd: Statement
    private var deleteBlocks: Statement
    private var countArticles: Statement
    private var makeBlock: Statement
    private var insertBlock: Statement

    init(_ connection: Connection) throws {
        blockBegin = try Statement(
            connection, "SELECT max(first_id) FROM document_sizes WHERE first_id <= ?1")
        blockEnd = try Statement(connection, "SELECT min(first_id) FROM document_sizes WHERE first_id > ?1")
        deleteBlocks = try Statement(
            connection, "DELETE FROM document_sizes WHERE first_id >= ?1 AND first_id < ?2")
        countArticles = try Statement(
            connection, "SELECT count(*) FROM article_search_docsize WHERE id >= ?1 AND id < ?2")
        makeBlock = try Statement(
            connection,
            """
            SELECT min(id), max(id), newsarchive_size_block(id, sz)
            FROM (SELECT id, sz FROM article_search_docsize WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3)
            """)
        insertBlock = try Statement(
            connection, "INSERT INTO document_sizes (first_id, sizes) VALUES (?1, ?2)")
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
        let articles = try count(block)
        let blocks = (articles + Self.blockLength - 1) / Self.blockLength
        var begin = block.lowerBound
        // All of about the same length, so that each has room for what comes between.
        for number in 0..<blocks {
            let length = articles * (number + 1) / blocks - articles * number / blocks
            guard let last = try insert(from: begin, below: block.upperBound, length) else { return }
            begin = last + 1
        }
    }

    private func count(_ block: Range<Int64>) throws -> Int64 {
        try countArticles.bind(1, block.lowerBound)
        try countArticles.bind(2, block.upperBound)
        return try countArticles.first { try $0.integer(0) } ?? 0
    }

    // The last of the articles that are in the block now; nil where there are none.
    private func insert(from begin: Int64, below end: Int64, _ length: Int64) throws -> Int64? {
        try makeBlock.bind(1, begin)
        try makeBlock.bind(2, end)
        try makeBlock.bind(3, length)
        return try makeBlock.first { row -> Int64? in
            guard let first = try row.optionalInteger(0) else { return nil }
            try insertBlock.bind(1, first)
            try insertBlock.bind(2, blob: try row.blob(2))
            try insertBlock.run()
            return try row.integer(1)
        } ?? nil
    }
}
