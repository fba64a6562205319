/// What was salvaged of a damaged archive.
public struct SalvageReport: Equatable, Sendable {
    /// What was read of a table.
    public struct Table: Equatable, Sendable {
        /// The table's name.
        public let name: String
        /// Rows that were read and stored.
        public internal(set) var rows = 0
        /// Of these, rows with something put right: text that was no UTF-8 or had lost its end, or a time that is none.
        public internal(set) var mended = 0
        /// Rows that were there and could not be read, or that no archive can hold.
        public internal(set) var dropped = 0
    }

    /// What was read of each table. Tables that are made anew from the others are not among them.
    public internal(set) var tables: [Table] = []
    /// Pages that should have held rows and did not.
    public internal(set) var unreadablePages = 0
    /// Pages whose rows were found although nothing led to them.
    public internal(set) var strayPages = 0
    /// Articles of which nothing is left but that there were such; others may have left no trace at all.
    public internal(set) var lostArticles = 0
    /// Articles that had a text and are headlines alone now.
    public internal(set) var lostTexts = 0
    /// Whether the file still said where its tables begin. Without it, deleted rows may have come back.
    public internal(set) var knewTables = true
    /// What was put right then, so that the new archive is sound.
    public internal(set) var repairs: [RepairReport.Repair] = []
    /// What is wrong with the new archive: nothing.
    public internal(set) var remaining = CheckReport()
    /// Articles of the new archive.
    public internal(set) var articles: Int64 = 0

    init() {}
}
