import NewsArchiveSQLite

/// One thing that must hold, and how it is made to hold again.
protocol HealingStep: Sendable {
    /// What is done, in a few words.
    static var name: String { get }

    /// Puts right what is wrong, and writes it down.
    func run(_ connection: Connection, _ log: RepairLog) throws
}

extension HealingStep {
    var name: String { Self.name }
}

/// Puts right what can be derived or stands for nothing, in the order in which one step needs another.
enum Healing {
    private static let steps: [any HealingStep] = [
        SchemaHealing(), TextHealing(), ChangeHealing(), LostArticleHealing(), ReferenceHealing(),
        SightingHealing(),
        RemovedIDHealing(), PublicationIDHealing(), KeyHealing(), DumpHealing(),
    ]

    /// How many parts of the work there are.
    static var count: Int { steps.count + 1 }

    /// Heals an archive inside a transaction.
    ///
    /// - Parameter rebuildsIndex: whether the full-text index is wrong already.
    static func run(
        _ connection: Connection, _ log: RepairLog, rebuildsIndex: Bool, rebuildsSizes: Bool,
        tell: (_ part: String, _ number: Int) -> Void
    ) throws {
        // A row and what refers to it are put right one after the other.
        try connection.execute("PRAGMA defer_foreign_keys = ON")
        for (number, step) in steps.enumerated() {
            tell(step.name, number)
            try step.run(connection, log)
        }
        tell(IndexCheck.name, steps.count)
        let isIndexWrong = rebuildsIndex || log.has([.text, .lostArticle, .publicationID, .reference])
        if isIndexWrong { try IndexHealing.rebuildIndex(connection, log) }
        if isIndexWrong || rebuildsSizes { try IndexHealing.rebuildSizes(connection, log) }
    }
}

extension Connection {
    /// Runs a statement and returns how many rows it changed.
    func count(_ sql: String) throws -> Int {
        let before = totalChanges
        try execute(sql)
        // Rows that a foreign key changed along are counted, too, but not by `changes`.
        return totalChanges == before ? 0 : Int(changes)
    }
}
