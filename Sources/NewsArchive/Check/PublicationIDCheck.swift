import NewsArchiveSQLite

/// Whether an article's id says its minute, and whether its time is one.
///
/// An id's minute is the article's minute, or up to `archive.longest_spill` minutes later where minutes were full.
struct PublicationIDCheck: CheckPart {
    static let name = "ids and times"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        let spill = try connection.integer("SELECT longest_spill FROM archive") ?? 0
        var rows = try Statement(
            connection, "SELECT id, published, precision, utc_offset, origin FROM article ORDER BY id")
        while try rows.step() {
            let id = ArticleID(rawValue: try rows.integer(0))
            let time: PublicationTime?
            do {
                time = try Self.time(rows)
            } catch let error as SQLiteError {
                log.add(.value, table: "article", at: "article \(id)", error.message)
                continue
            }
            guard !Self.fits(id, time, spill: spill) else { continue }
            log.add(
                .publicationID, table: "article", at: "article \(id)",
                time.map { "the article is of \($0), and its id of another minute" }
                    ?? "the article has no time, and its id says one")
        }
    }

    private static func time(_ row: borrowing Statement) throws -> PublicationTime? {
        try PublicationTime(row, secondsAt: 1, precisionAt: 2, offsetAt: 3, originAt: 4)
    }

    /// Whether an article of a time may have an id.
    static func fits(_ id: ArticleID, _ time: PublicationTime?, spill: Int64) -> Bool {
        guard let time else { return id < ArticleID.firstDated && id.minute >= ArticleID.undatedMinute }
        return (0...max(0, spill)).contains(id.minute - time.minute)
    }
}
