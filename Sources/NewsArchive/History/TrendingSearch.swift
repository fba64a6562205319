import NewsArchiveSQLite

/// Finds the articles whose views grew most, in one pass over all sightings.
struct TrendingSearch {
    private static let usualDays: Int64 = 7

    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The articles that gained most since a day, most first.
    func articles(since: LocalTime?, limit: Int) throws -> [TrendingArticle] {
        guard limit > 0, let day = try since?.secondsByItsOwnClock ?? usualDay() else { return [] }
        var best = BestGains(limit: limit)
        var sightings = try Statement(
            connection,
            """
            SELECT article_id, source_id, seen, coalesce(updated, published), views
            FROM sighting
            WHERE views IS NOT NULL AND seen IS NOT NULL
            ORDER BY article_id, dump_id, position
            """)
        defer { sightings.reset() }
        var moments = SeenMoments()
        var counts = CountsOfArticle(untilEndOf: day)
        while try sightings.step() {
            let id = try sightings.integer(0)
            if id != counts.article {
                if let gain = counts.most() { best.add(gain) }
                counts.begin(id)
            }
            guard let moment = moments.number(of: try sightings.text(2)) else { continue }
            counts.add(
                source: try sightings.optionalInteger(1), moment: moment,
                stamp: try sightings.optionalInteger(3), views: try sightings.integer(4))
        }
        if let gain = counts.most() { best.add(gain) }
        return try load(best.inOrder, moments)
    }

    // A site that is listed once a month is not out of date because a feed without counts is seen every hour.
    private func usualDay() throws -> Int64? {
        var latest = try Statement(connection, "SELECT max(seen) FROM sighting WHERE views IS NOT NULL")
        let seen = try latest.first { try $0.optionalText(0) } ?? nil
        return seen.flatMap(LocalTime.init(iso8601:)).map {
            $0.secondsByItsOwnClock - Self.usualDays * 86_400
        }
    }

    private func load(_ gains: [Gain], _ moments: SeenMoments) throws -> [TrendingArticle] {
        var sources = try Statement(connection, "SELECT name FROM source WHERE id = ?1")
        var articles = try Statement(
            connection,
            """
            SELECT headline, published, precision, utc_offset, origin, url
            FROM article
            WHERE id = ?1
            """)
        return try gains.compactMap { gain in
            guard let from = moments.time(gain.from), let to = moments.time(gain.to) else { return nil }
            try sources.bind(1, gain.source)
            let source = try sources.first { try $0.text(0) }
            try articles.bind(1, gain.article)
            return try articles.first { row in
                TrendingArticle(
                    id: ArticleID(rawValue: gain.article), headline: try row.text(0),
                    published: try PublicationTime(
                        row, secondsAt: 1, precisionAt: 2, offsetAt: 3, originAt: 4),
                    source: source, url: try row.optionalText(5), views: gain.views,
                    viewsBefore: gain.viewsBefore, gain: gain.gain, from: from, to: to)
            }
        }
    }
}

/// When lists were taken, as numbers in their order. There are far fewer such times than sightings.
private struct SeenMoments {
    private var numbers: [String: Int64?] = [:]
    private var times: [Int64: LocalTime] = [:]

    /// nil for a text that is no time.
    mutating func number(of text: String) -> Int64? {
        if let known = numbers[text] { return known }
        let time = LocalTime(iso8601: text)
        let number = time.map { SightingSequence.moment($0) }
        if let number { times[number] = time }
        numbers[text] = .some(number)
        return number
    }

    func time(_ number: Int64) -> LocalTime? { times[number] }
}

/// The articles with the highest gains so far.
private struct BestGains {
    private let limit: Int
    private var gains: [Gain] = []

    init(limit: Int) {
        self.limit = min(limit, 1_000_000)
    }

    mutating func add(_ gain: Gain) {
        gains.append(gain)
        // Sorted once for as many as are kept.
        if gains.count >= 2 * limit + 1000 { gains = inOrder }
    }

    var inOrder: [Gain] {
        Array(gains.sorted { ($1.gain, $1.article) < ($0.gain, $0.article) }.prefix(limit))
    }
}
