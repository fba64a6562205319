import NewsArchiveSQLite

/// Whether every article can be read as the library reads it.
struct ReadingCheck: CheckPart {
    static let name = "whole articles"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        let loader = ArticleLoader(connection)
        var ids = try Statement(connection, "SELECT id FROM article ORDER BY id")
        while try ids.step() {
            let id = ArticleID(rawValue: try ids.integer(0))
            do {
                _ = try loader.load(id)
            } catch let error as SQLiteError where error.code != ResultCode.interrupt {
                log.add(
                    .unreadable, table: "article", at: "article \(id)", "it cannot be read: \(error.message)")
            }
        }
    }
}
