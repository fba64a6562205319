import NewsArchiveSQLite

/// Makes the full-text index anew from the articles, and the sizes from the index.
enum IndexHealing {
    static func rebuildIndex(_ connection: Connection, _ log: RepairLog) throws {
        try connection.execute("INSERT INTO article_search (article_search) VALUES ('rebuild')")
        log.add(.fulltextIndex, "made the full-text index anew")
    }

    static func rebuildSizes(_ connection: Connection, _ log: RepairLog) throws {
        try connection.execute("DELETE FROM document_sizes")
        try connection.execute(
            """
            INSERT INTO document_sizes (first_id, sizes)
            SELECT min(id), newsarchive_size_block(id, sz)
            FROM (SELECT id, sz, (row_number() OVER (ORDER BY id) - 1) / 256 AS block FROM article_search_docsize)
            GROUP BY block
            """)
        log.add(.documentSizes, "made the sizes of articles anew")
    }
}
