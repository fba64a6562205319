import NewsArchiveSQLite

/// A row of the table sighting.
struct SightingRow {
    let article: ArticleID
    let place: SightingPlace
    var source: Int64?
    var seen: String?
    /// What the record stated as its time.
    var stated: PublicationTime?
    var unreadableTime: String?
    var updated: Int64?
    var views: Int64?
    /// A row of the table revision; nil for the article's own wording.
    var revision: Int64?
    /// A row of the table metadata.
    var metadata: Int64?
    var silence: Silence?
    var decision: StoredDecision
}

/// Writes rows of the table sighting.
final class SightingRowWriter {
    private var insert: Statement
    private var insertSeveral: Statement
    private var gathered: [SightingRow] = []

    private static let columns = """
        article_id, dump_id, position, source_id, seen, published, precision, utc_offset, views, revision_id, rule_id,
        other_article_id, agreement, metadata_id, updated, unreadable_time, silent
        """
    private static let columnCount: Int32 = 17
    /// Rows of one statement: 16. To begin and to end one takes as long as to insert a row.
    private static let batch = 16

    init(_ connection: Connection) throws {
        insert = try Statement(connection, Self.sql(rows: 1))
        insertSeveral = try Statement(connection, Self.sql(rows: Self.batch))
    }

    /// Writes a row.
    func write(_ row: SightingRow) throws {
        try Self.bind(row, to: insert, from: 1)
        try insert.run()
    }

    /// Writes a row with others, when there are some more: ``flush()``.
    func add(_ row: SightingRow) throws {
        gathered.append(row)
        guard gathered.count == Self.batch else { return }
        for (number, row) in gathered.enumerated() {
            try Self.bind(row, to: insertSeveral, from: Int32(number) * Self.columnCount + 1)
        }
        gathered.removeAll(keepingCapacity: true)
        try insertSeveral.run()
    }

    /// Writes the rows that wait for others.
    func flush() throws {
        for row in gathered { try write(row) }
        gathered.removeAll(keepingCapacity: true)
    }

    private static func sql(rows: Int) -> String {
        let places = Array(repeating: "?", count: Int(columnCount)).joined(separator: ", ")
        let values = Array(repeating: "(\(places))", count: rows).joined(separator: ", ")
        return "INSERT INTO sighting (\(columns)) VALUES \(values)"
    }

    private static func bind(
        _ row: SightingRow, to insert: borrowing Statement, from first: Int32
    ) throws {
        try insert.bind(first, row.article.rawValue)
        try insert.bind(first + 1, row.place.dump)
        try insert.bind(first + 2, row.place.position)
        try insert.bind(first + 3, row.source)
        try insert.bind(first + 4, row.seen)
        try insert.bind(first + 5, row.stated?.secondsSince1970)
        try insert.bind(first + 6, row.stated?.precision.rawValue)
        try insert.bind(first + 7, row.stated?.minutesAheadOfUTC)
        try insert.bind(first + 8, row.views)
        try insert.bind(first + 9, row.revision)
        try insert.bind(first + 10, row.decision.rule)
        try insert.bind(first + 11, row.decision.other?.rawValue)
        try insert.bind(first + 12, row.decision.agreement)
        try insert.bind(first + 13, row.metadata)
        try insert.bind(first + 14, row.updated)
        try insert.bind(first + 15, row.unreadableTime)
        try insert.bind(first + 16, row.silence?.rawValue)
    }
}
