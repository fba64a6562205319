import NewsArchiveSQLite

/// One thing that must hold, and the look whether it does.
protocol CheckPart: Sendable {
    /// What is looked at, in a few words.
    static var name: String { get }

    /// Writes down what is wrong.
    ///
    /// - Throws: a `SQLiteError` where the archive cannot be read.
    func run(_ connection: Connection, _ log: CheckLog) throws
}

extension CheckPart {
    var name: String { Self.name }
}
