import GRDB

/// A table of articles and the full-text index over it, both made and filled by GRDB.
struct PeerArchive {
    private static let rowsPerTransaction = 1000

    private let pool: DatabasePool
    private let isSynchronized: Bool

    /// - Parameter isSynchronized: whether triggers fill the index, which is the way that FullTextSearch.md gives. Each row is
    ///   then a statement within a statement, before which SQLite has FTS5 write down what it has gathered, row by row.
    ///   Without them each row is inserted twice, as plain C does it.
    init(path: String, isSynchronized: Bool) throws {
        // A pool rather than a queue: it is what opens a file in WAL mode, and it sets synchronous to NORMAL.
        pool = try DatabasePool(path: path)
        self.isSynchronized = isSynchronized
        try pool.write(create)
    }

    func insert(_ records: FieldsReader) throws {
        var id: Int64 = 0
        var isFinished = false
        while !isFinished {
            // `write` is a transaction: "group related database statements" (Transactions).
            isFinished = try pool.write { try insertChunk(of: records, after: &id, $0) }
        }
    }

    func close() throws {
        // Nothing stays in the log, so that files can be compared.
        _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try pool.close()
    }

    private func create(_ database: Database) throws {
        try database.create(table: "article") { table in
            table.primaryKey("id", .integer)
            table.column("headline", .text).notNull()
            table.column("published", .integer)
            table.column("views", .integer)
            table.column("body", .text)
        }
        try database.create(virtualTable: "article_search", using: FTS5()) { table in
            if isSynchronized {
                table.synchronize(withTable: "article")
            } else {
                table.content = "article"
                table.contentRowID = "id"
            }
            table.tokenizer = .unicode61(diacritics: .remove)
            table.column("headline")
            table.column("body")
        }
    }

    // "Don't cache statements yourself" (Statement): the cache is asked once a transaction. Arguments are handed over when
    // it is executed, which copies no text.
    private func insertChunk(
        of records: FieldsReader, after id: inout Int64, _ database: Database
    ) throws -> Bool {
        let row = try database.cachedStatement(
            sql: "INSERT INTO article (id, headline, published, views, body) VALUES (?, ?, ?, ?, ?)")
        let entry = try database.cachedStatement(
            sql: "INSERT INTO article_search (rowid, headline, body) VALUES (?, ?, ?)")
        for _ in 0..<Self.rowsPerTransaction {
            guard let record = try records.next() else { return true }
            id += 1
            try row.execute(
                arguments: [id, record.headline, record.published, record.views, record.body])
            guard !isSynchronized else { continue }
            try entry.execute(arguments: [id, record.headline, record.body])
        }
        return false
    }
}
