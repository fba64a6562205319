import NewsArchiveSQLite

/// Numbers the transactions that add, reword or remove articles, so that others can ask what changed since one of them.
final class ChangeCounter {
    private var advance: Statement
    private var last: Statement
    private var insertRemoved: Statement
    private var deleteRemoved: Statement
    private var present: Int64?

    init(_ connection: Connection) throws {
        advance = try Statement(connection, "UPDATE archive SET last_change = last_change + 1")
        last = try Statement(connection, "SELECT last_change FROM archive")
        insertRemoved = try Statement(
            connection,
            "INSERT OR REPLACE INTO removed_article (id, removed_in, reason) VALUES (?1, ?2, ?3)")
        deleteRemoved = try Statement(connection, "DELETE FROM removed_article WHERE id = ?1")
    }

    /// Begins another transaction: what changes in it has a number of its own.
    func startTransaction() {
        present = nil
    }

    /// The number of this transaction's change.
    func number() throws -> Int64 {
        if let present { return present }
        try advance.run()
        guard let number = try last.first({ try $0.integer(0) }) else {
            throw SQLiteError(corrupt: "no row in the table archive")
        }
        present = number
        return number
    }

    /// Writes down that an id is no article's any more.
    func remove(_ id: ArticleID, _ reason: RemovalReason) throws {
        try insertRemoved.bind(1, id.rawValue)
        try insertRemoved.bind(2, try number())
        try insertRemoved.bind(3, reason.rawValue)
        try insertRemoved.run()
    }

    /// Writes down that an id is an article's again.
    func restore(_ id: ArticleID) throws {
        try deleteRemoved.bind(1, id.rawValue)
        try deleteRemoved.run()
    }
}

/// Why an id is no article's any more.
enum RemovalReason: String {
    /// The article has another id since more is known of its time.
    case moved
    /// It was joined to another article by hand.
    case joined
    case pruned
    /// The dump that brought it was taken back, or what was split from an article was put back.
    case takenBack = "taken back"
}
