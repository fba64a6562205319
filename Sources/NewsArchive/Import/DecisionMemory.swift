import NewsArchiveSQLite

/// What a person decided before: where records like those that were joined or split go, and which were pruned.
///
/// Made for each chunk, for another process may decide in between. Most archives have nothing of it, and then no record is
/// looked up.
struct DecisionMemory {
    private let pins: PinReader?
    private let pruned: PrunedArticles?

    init(_ connection: Connection) throws {
        let hasPins = try connection.integer("SELECT 1 FROM identity_pin LIMIT 1") != nil
        pins = hasPins ? try PinReader(connection) : nil
        let pruned = try PrunedArticles(connection)
        self.pruned = try pruned.isEmpty() ? nil : pruned
    }

    /// The article to which a person put a record like this one.
    func pinned(_ record: PreparedArticle) throws -> ArticleID? {
        guard let pins else { return nil }
        for pin in IdentityPin.pins(of: record) {
            if let id = try pins.article(of: pin) { return id }
        }
        return nil
    }

    /// Whether a record that is no article of the archive is one that was pruned.
    func isPruned(
        _ record: PreparedArticle, _ keys: RecordKeys, of source: Int64?, rule: IdentityRule
    ) throws -> Bool {
        try pruned?.contains(record, keys, of: source, rule: rule) ?? false
    }
}

private final class PinReader {
    private var find: Statement

    init(_ connection: Connection) throws {
        // Of several decisions the latest holds.
        find = try Statement(
            connection,
            "SELECT article_id FROM identity_pin WHERE pin = ?1 ORDER BY change_id DESC LIMIT 1")
    }

    func article(of pin: Int64) throws -> ArticleID? {
        try find.bind(1, pin)
        return try find.first { ArticleID(rawValue: try $0.integer(0)) }
    }
}
