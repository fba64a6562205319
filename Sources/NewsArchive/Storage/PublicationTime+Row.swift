import NewsArchiveSQLite

extension PublicationTime {
    /// The time that four columns of a row hold; nil where the seconds are NULL.
    ///
    /// - Throws: a `SQLiteError` when a column holds what an archive does not write.
    init?(
        _ row: borrowing Statement, secondsAt seconds: Int32, precisionAt precision: Int32,
        offsetAt offset: Int32, originAt origin: Int32? = nil
    ) throws(SQLiteError) {
        guard let since1970 = try row.optionalInteger(seconds) else { return nil }
        guard let exactness = LocalTime.Precision(rawValue: try row.text(precision)) else {
            throw SQLiteError(corrupt: "a precision that is none")
        }
        var source = ParsedArticle.TimeOrigin.stated
        if let origin {
            guard let found = ParsedArticle.TimeOrigin(rawValue: try row.text(origin)) else {
                throw SQLiteError(corrupt: "an origin of a time that is none")
            }
            source = found
        }
        // The years 1 to 9999, and the clocks of a day around them.
        guard (-62_135_683_200...253_402_387_200).contains(since1970) else {
            throw SQLiteError(corrupt: "a time that no dump can state")
        }
        let minutes = try row.optionalInteger(offset)
        guard minutes.map({ (-1440...1440).contains($0) }) ?? true else {
            throw SQLiteError(corrupt: "a clock more than a day from UTC")
        }
        self.init(
            secondsSince1970: since1970, precision: exactness, minutesAheadOfUTC: minutes.map { Int($0) },
            origin: source)
    }
}
