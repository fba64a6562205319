import NewsArchiveFormats
import NewsArchiveSQLite

/// Gives texts without an article one again: the headline is that of its latest former wording, or else the beginning of
/// the text, and the time is the one that a sighting states, or else the one that its id says.
struct LostArticleHealing: HealingStep {
    static let name = "texts without an article"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        var lost = try Statement(
            connection,
            """
            SELECT article_id
            FROM (SELECT article_id FROM body UNION SELECT article_id FROM revision)
            WHERE article_id NOT IN (SELECT id FROM article)
            """)
        for id in try lost.all({ ArticleID(rawValue: try $0.integer(0)) }) {
            try heal(id, connection, log)
        }
    }

    private func heal(_ id: ArticleID, _ connection: Connection, _ log: RepairLog) throws {
        var removed = try Statement(connection, "SELECT 1 FROM removed_article WHERE id = ?1")
        try removed.bind(1, id.rawValue)
        let isRemoved = try removed.first { _ in true } ?? false
        let isPossible = id < ArticleID.lastDated && id.minute >= ArticleID.undatedMinute
        // What is left is then taken out with all that refers to nothing.
        guard !isRemoved, isPossible else { return }
        var text = try Statement(
            connection,
            """
            SELECT coalesce(
              (SELECT headline FROM revision WHERE article_id = ?1 ORDER BY id DESC LIMIT 1), ''
            ), coalesce((SELECT text FROM body WHERE article_id = ?1), '')
            """)
        try text.bind(1, id.rawValue)
        let found = try text.first { (try $0.text(0), ParsedText(try $0.text(1))) }
        var headline = found?.0 ?? ""
        if headline.isEmpty, let body = found?.1 { headline = HeadlineFromText.make(body) }
        try insert(id, headline: headline.isEmpty ? "(headline lost)" : headline, connection, log)
        log.add(.lostArticle, "gave a text its article again")
    }

    private func insert(
        _ id: ArticleID, headline: String, _ connection: Connection, _ log: RepairLog
    ) throws {
        let time = try SalvagedTime.time(of: id, connection)
        var insert = try Statement(
            connection,
            """
            INSERT INTO article (id, headline, published, precision, utc_offset, origin, views, added_in, changed_in)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6,
              (SELECT views FROM sighting WHERE article_id = ?1 AND views IS NOT NULL ORDER BY seen DESC LIMIT 1), ?7, ?7)
            """)
        try insert.bind(1, id.rawValue)
        try insert.bind(2, headline)
        try insert.bind(3, time?.secondsSince1970)
        try insert.bind(4, time?.precision.rawValue)
        try insert.bind(5, time?.minutesAheadOfUTC)
        try insert.bind(6, (time?.origin ?? .unknown).rawValue)
        try insert.bind(7, try log.change(connection))
        try insert.run()
    }
}

/// The time of an article that lost it.
enum SalvagedTime {
    /// By the id alone; nil for an id that says none.
    static func time(of id: ArticleID) -> PublicationTime? {
        guard id >= ArticleID.firstDated else { return nil }
        return PublicationTime(
            secondsSince1970: id.minute * 60, precision: .minute, minutesAheadOfUTC: 0, origin: .stated)
    }

    /// By a sighting that states a time of the id's minute, or else by the id.
    static func time(of id: ArticleID, _ connection: Connection) throws -> PublicationTime? {
        var stated = try Statement(
            connection,
            """
            SELECT published, precision, utc_offset
            FROM sighting
            WHERE article_id = ?1 AND published BETWEEN ?2 AND ?2 + 59
            ORDER BY seen DESC
            LIMIT 1
            """)
        try stated.bind(1, id.rawValue)
        try stated.bind(2, id.minute.multipliedReportingOverflow(by: 60).partialValue)
        let found =
            try stated.first { row in
                try PublicationTime(row, secondsAt: 0, precisionAt: 1, offsetAt: 2)
            } ?? nil
        return found ?? time(of: id)
    }
}
