import NewsArchiveSQLite

/// Whether the full-text index says what the articles say, by FTS5's own check.
///
/// With rank 1 it compares the index with the view article_document (https://www.sqlite.org/fts5.html#the_integrity_check_command).
/// The command is an INSERT: it needs a connection that may write, in a transaction, and changes nothing.
struct IndexCheck: CheckPart {
    static let name = "full-text index"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        do {
            try connection.execute(
                "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")
        } catch  where error.code == ResultCode.corrupt {
            log.add(
                .fulltextIndex, table: "article_search",
                "the full-text index does not say what the articles say")
        }
    }
}
