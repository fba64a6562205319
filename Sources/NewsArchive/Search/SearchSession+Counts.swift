import NewsArchiveSQLite

extension SearchSession {
    /// How many articles were published on each day, as days since 1970-01-01, oldest first. Those without a date are
    /// on none.
    func countsByDay() throws -> [(day: Int64, count: Int64)] {
        let day = try canReadDaysFromIDs() ? dayOfID : Self.dayOfStamp
        var statement = try prepare(
            "\(day) AS day, count(*)",
            """
            AND \(id) >= \(ArticleID.firstDated)
            GROUP BY day
            ORDER BY day
            """)
        return try statement.all { (day: try $0.integer(0), count: try $0.integer(1)) }
    }

    /// How many articles each source listed, most first.
    func countsBySource() throws -> [SourceCount] {
        var statement = try prepare(
            "source.name, count(DISTINCT \(id)) AS number",
            """
            GROUP BY source.id
            ORDER BY number DESC, source.name
            """,
            joining: """
                JOIN sighting ON sighting.article_id = \(id)
                LEFT JOIN source ON source.id = sighting.source_id
                """)
        return try statement.all { SourceCount(source: try $0.optionalText(0), count: try $0.integer(1)) }
    }

    // The id says the minute in UTC. That is the stamp's own day where all stamps were read as UTC, and exact where no
    // minute was full.
    private func canReadDaysFromIDs() throws -> Bool {
        let others = try connection.integer("SELECT EXISTS (SELECT 1 FROM dump WHERE time_zone <> 'UTC')")
        return try connection.longestSpill() == 0 && others == 0
    }

    // SQL's division rounds towards zero: it is done above zero, from the first id that a date can have.
    private var dayOfID: String {
        let perDay = ArticleID.slotsPerMinute * 1440
        let first = ArticleID.firstDated.rawValue.flooredQuotient(perDay)
        return "((\(id) - \(first * perDay)) / \(perDay) + \(first))"
    }

    private static let dayOfStamp: String = {
        let first: Int64 = -800_000
        let seconds = "article.published + coalesce(article.utc_offset, 0) * 60"
        return "((\(seconds) - \(first * 86_400)) / 86400 + \(first))"
    }()
}

extension HistogramBar {
    /// The bars of a unit that counts of days make.
    static func bars(_ days: [(day: Int64, count: Int64)], by unit: HistogramUnit) -> [HistogramBar] {
        var bars: [HistogramBar] = []
        for (day, count) in days {
            guard let date = LocalTime(secondsByItsOwnClock: day * 86_400, precision: .day),
                let start = first(unit, of: date)
            else { continue }
            if let last = bars.last, last.start == start {
                bars[bars.count - 1] = HistogramBar(start: start, count: last.count + count)
            } else {
                bars.append(HistogramBar(start: start, count: count))
            }
        }
        return bars
    }

    private static func first(_ unit: HistogramUnit, of date: LocalTime) -> LocalTime? {
        switch unit {
        case .day: date
        case .month: LocalTime(year: date.year, month: date.month)
        case .year: LocalTime(year: date.year, month: 1)
        }
    }
}
