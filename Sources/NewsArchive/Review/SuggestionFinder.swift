import NewsArchiveSQLite

/// Finds pairs of articles that may be one.
struct SuggestionFinder {
    private let connection: Connection
    private let watch: ReviewWatch

    init(_ connection: Connection, _ watch: ReviewWatch) {
        self.connection = connection
        self.watch = watch
    }

    /// The most alike first.
    func suggestions(since time: LocalTime?, limit: Int) throws -> [IdentitySuggestion] {
        let decided = try decidedPairs()
        let reach = time.map(Self.firstID) ?? ArticleID(rawValue: .min)
        let pairs = try (pairsUnderOneHeadline() + pairsWithOneText())
            .filter { $0.second >= reach && !decided.contains($0) }
            .sorted().eachOnce
        let comparison = try PairComparison(connection)
        var best = BestSuggestions(limit: limit)
        for (number, pair) in pairs.enumerated() {
            try watch.didReach(.pairs, number, of: pairs.count)
            guard let suggestion = try comparison.suggestion(pair), suggestion.isSince(time) else { continue }
            best.add(suggestion)
        }
        try watch.didReach(.pairs, pairs.count, of: pairs.count)
        return best.sorted
    }

    // No article that was published then or later by any clock has a lower id.
    private static func firstID(since time: LocalTime) -> ArticleID {
        let minute = time.secondsByItsOwnClock.flooredQuotient(60) - 1440
        return ArticleID(rawValue: ArticleID.slots(ofMinute: minute).lowerBound)
    }

    /// Pairs of which a person said that they are two: split, or joined and parted again.
    private func decidedPairs() throws -> Set<ArticlePair> {
        let reader = try IdentityReader(connection)
        let changes = try HandDecisionLog(connection).changes().filter {
            switch $0.kind {
            case .join: $0.undone != nil
            case .split: $0.undone == nil
            }
        }
        return Set(
            try changes.map { ArticlePair(try reader.presentID($0.article), try reader.presentID($0.other)) })
    }

    // Neighbours in time: a column of a thousand issues has half a million pairs, and one that comes again is near.
    private func pairsUnderOneHeadline() throws -> [ArticlePair] {
        var keys = try Statement(
            connection, "SELECT key, article_id FROM headline_key ORDER BY key, article_id")
        var pairs: [ArticlePair] = []
        var last: (key: Int64, id: ArticleID)?
        while try keys.step() {
            if watch.isCancelled() { throw CancellationError() }
            let next = (key: try keys.integer(0), id: ArticleID(rawValue: try keys.integer(1)))
            if let last, last.key == next.key { pairs.append(ArticlePair(last.id, next.id)) }
            last = next
        }
        return pairs
    }

    private func pairsWithOneText() throws -> [ArticlePair] {
        let count = Int(try connection.integer("SELECT count(*) FROM body") ?? 0)
        var texts = SimilarTexts()
        texts.reserve(count)
        var bodies = try Statement(connection, "SELECT article_id, text FROM body ORDER BY article_id")
        var done = 0
        while try bodies.step() {
            try watch.didReach(.texts, done, of: count)
            done += 1
            if let sketch = TextSketch(Shingles(try bodies.utf8(1))) {
                texts.add(ArticleID(rawValue: try bodies.integer(0)), sketch)
            }
        }
        return texts.pairs()
    }
}

/// The suggestions with the highest scores.
private struct BestSuggestions {
    let limit: Int
    private var kept: [IdentitySuggestion] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ suggestion: IdentitySuggestion) {
        kept.append(suggestion)
        // Sorted now and then, so that of a million of them no more are held than are wanted.
        if kept.count / 2 > limit + 1000 { kept = sorted }
    }

    var sorted: [IdentitySuggestion] {
        let order = kept.sorted { first, second in
            let likelihoods = (first.likelihood, second.likelihood)
            return likelihoods.0 != likelihoods.1
                ? likelihoods.0 > likelihoods.1 : first.latest.id > second.latest.id
        }
        return Array(order.prefix(limit))
    }
}

extension IdentitySuggestion {
    // Without a text nothing speaks for or against: that is where the rule draws the line between two texts.
    fileprivate var likelihood: Double { score ?? Double(TextAgreement.leastAgreement) / 1000 }

    /// The one that was published later.
    fileprivate var latest: Side { article.id > other.id ? article : other }

    fileprivate func isSince(_ time: LocalTime?) -> Bool {
        guard let time else { return true }
        return [article, other].contains { side in
            side.published?.local.map { $0.secondsByItsOwnClock >= time.secondsByItsOwnClock } ?? false
        }
    }
}
