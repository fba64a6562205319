import NewsArchiveSQLite

/// Whether document_sizes has what FTS5's own table says, in blocks that are not too long, and all of it.
struct SizesCheck: CheckPart {
    static let name = "document sizes"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        var blocks = try Statement(
            connection,
            """
            SELECT first_id
            FROM document_sizes AS block
            WHERE typeof(sizes) <> 'blob' OR length(sizes) > 12 * 256 OR sizes IS NOT (
              SELECT newsarchive_size_block(id, sz)
              FROM article_search_docsize
              WHERE id >= first_id AND id < coalesce(
                (SELECT min(first_id) FROM document_sizes WHERE first_id > block.first_id), 9223372036854775807)
            )
            """)
        while try blocks.step() {
            log.add(
                .documentSizes, table: "document_sizes", at: "block \(try blocks.integer(0))",
                "the sizes are not those of the full-text index")
        }
        let missing = try connection.integer(
            """
            SELECT (SELECT count(*) FROM article_search_docsize)
              - (SELECT coalesce(sum(length(sizes)), 0) / 12 FROM document_sizes)
            """)
        if let missing, missing != 0 {
            log.add(
                .documentSizes, table: "document_sizes",
                missing > 0 ? "\(missing) articles have no size" : "\(-missing) sizes are of no article")
        }
    }
}
