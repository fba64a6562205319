import NewsArchiveSQLite

extension SearchSession {
    /// How many articles there are in all.
    func count() throws -> Int64 {
        var count: Int64 = 0
        if try eachArticle(
            { ids in count += Int64(ids.count) },
            orEach: { id, filter in
                if try filter.accepts(id) { count += 1 }
            })
        {
            return count
        }
        var statement = try prepare("count(*)", "")
        return try statement.first { try $0.integer(0) } ?? 0
    }

    /// How many articles were published on each day, as days since 1970-01-01, oldest first. Those without a date are
    /// on none.
    func countsByDay() throws -> [(day: Int64, count: Int64)] {
        let idsSayDays = try canReadDaysFromIDs()
        var days = DayCounts()
        let isDone = try eachArticle(
            idsSayDays ? { ids in days.add(ids) } : nil,
            orEach: { id, filter in if let day = try filter.day(id) { days.add(day) } })
        if isDone { return days.inOrder }
        let day = idsSayDays ? dayOfID : Self.dayOfStamp
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
        var counts: [String?: Int64] = [:]
        let sources = try SourceReader(connection)
        let isDone = try eachArticle(
            nil,
            orEach: { id, filter in
                guard try filter.accepts(id) else { return }
                for source in try sources.sources(of: id) { counts[source, default: 0] += 1 }
            })
        if isDone {
            return counts.map { SourceCount(source: $0.key, count: $0.value) }.sorted {
                ($1.count, $0.source ?? "") < ($0.count, $1.source ?? "")
            }
        }
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

    /// Goes through all articles found by our own reader: some hundreds at a time where the query has no conditions beside
    /// the text and `ids` is there, else one by one, with a filter that says whether the conditions hold. False where FTS5 is to be asked: when the reader does not know the
    /// query, or when conditions rule most of the articles out that a join rules out faster.
    func eachArticle(
        _ ids: ((UnsafeBufferPointer<Int64>) -> Void)?, orEach one: (Int64, ArticleFilter) throws -> Void
    ) throws -> Bool {
        guard let text = query.text else { return false }
        let isWhole = ids != nil && query.conditions.isEmpty
        guard try isWhole || costlyBeginnings() != nil, let ranked = try RankedQuery(text) else {
            return false
        }
        let search = rankedSearch(within: self.ids)
        let filter = try ArticleFilter(connection, query)
        return try search.each(of: ranked, in: connection) { found in
            if isWhole {
                ids?(found)
            } else {
                for id in found { try one(id, filter) }
            }
            return true
        }
    }

    // The id says the minute in UTC. That is the stamp's own day where all stamps were read as UTC, and exact where no
    // minute was full.
    private func canReadDaysFromIDs() throws -> Bool {
        let others = try connection.integer("SELECT EXISTS (SELECT 1 FROM dump WHERE time_zone <> 'UTC')")
        return spill == 0 && others == 0
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

/// Says who listed an article.
private final class SourceReader {
    private var statement: Statement

    init(_ connection: Connection) throws {
        statement = try Statement(
            connection,
            """
            SELECT DISTINCT source.name
            FROM sighting
            LEFT JOIN source ON source.id = sighting.source_id
            WHERE article_id = ?1
            """)
    }

    func sources(of id: Int64) throws -> [String?] {
        try statement.bind(1, id)
        return try statement.all { try $0.optionalText(0) }
    }
}

/// Articles counted by day.
private struct DayCounts {
    private static let idsPerDay = ArticleID.slotsPerMinute * 1440

    private var counts: [(day: Int64, count: Int64)] = []
    // The ids of the last day: articles come in the order of their ids, and a comparison is less than a division.
    private var ids: Range<Int64> = 0..<0

    /// Adds articles by the days that their ids say; those without a date are left out.
    mutating func add(_ found: UnsafeBufferPointer<Int64>) {
        for id in found {
            if ids.contains(id) {
                counts[counts.count - 1].count += 1
            } else if (ArticleID.firstDated.rawValue...ArticleID.lastDated.rawValue).contains(id) {
                let day = id.flooredQuotient(Self.idsPerDay)
                ids = day * Self.idsPerDay..<(day + 1) * Self.idsPerDay
                counts.append((day, 1))
            }
        }
    }

    mutating func add(_ day: Int64) {
        if counts.last?.day == day { counts[counts.count - 1].count += 1 } else { counts.append((day, 1)) }
    }

    /// Every day once, oldest first.
    var inOrder: [(day: Int64, count: Int64)] {
        counts.sorted { $0.day < $1.day }.reduce(into: []) { days, next in
            if days.last?.day == next.day {
                days[days.count - 1].count += next.count
            } else {
                days.append(next)
            }
        }
    }
}

extension HistogramBar {
    /// The bars of a unit that counts of days make.
    static func bars(_ days: [(day: Int64, count: Int64)], by unit: HistogramUnit) -> [HistogramBar] {
        var bars: [HistogramBar] = []
        for (day, count) in days {
            // No more than the years that a date has.
            guard (-4_000_000...4_000_000).contains(day),
                let date = LocalTime(secondsByItsOwnClock: day * 86_400, precision: .day),
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
