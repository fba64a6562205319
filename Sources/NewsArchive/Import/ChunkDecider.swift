/// Decides what each record of a chunk is, against the archive and against the records before it.
///
/// It reads and remembers; it writes nothing.
struct ChunkDecider {
    private let reader: ArticleReader
    private let rule: IdentityRule
    private let dump: Int64
    private(set) var counts = RecordCounts()
    /// Every article that a record of the chunk is.
    private(set) var touched: [KnownArticle] = []
    private var byID: [ArticleID: KnownArticle] = [:]
    private var newByHash: [Int64: [KnownArticle]] = [:]
    private var touchedIDs: Set<ArticleID> = []

    init(_ reader: ArticleReader, rule: IdentityRule, dump: Int64) {
        self.reader = reader
        self.rule = rule
        self.dump = dump
    }

    mutating func reject() {
        counts.rejected += 1
    }

    mutating func decide(_ record: PreparedArticle, position: Int) throws {
        let order = SightingOrder(
            seen: record.article.listed?.description ?? "", stamp: record.published?.secondsSince1970 ?? .min,
            dump: dump, position: Int64(position))
        switch rule.match(record, among: try candidates(for: record)) {
        case .new(let rule, let other, let agreement):
            add(record, order, rule: rule, other: other, agreement: agreement)
        case .known(let article, let rule, let agreement):
            try see(article, record, order, rule: rule, agreement: agreement)
        }
    }
}

extension ChunkDecider {
    private mutating func add(
        _ record: PreparedArticle, _ order: SightingOrder, rule: IdentityDecision.Rule, other: KnownArticle?,
        agreement: Int?
    ) {
        let article = KnownArticle(new: record)
        article.latest = order
        article.sightings = [
            sighting(of: record, order, wording: nil, rule: rule, other: other, agreement: agreement)
        ]
        newByHash[record.key.hash, default: []].append(article)
        touched.append(article)
        counts.added += 1
    }

    private mutating func see(
        _ article: KnownArticle, _ record: PreparedArticle, _ order: SightingOrder,
        rule: IdentityDecision.Rule, agreement: Int?
    ) throws {
        let latest = try latestSighting(of: article)
        let isLatest = latest.map { order > $0 } ?? true
        let shown = Wording(record.article)
        var kept: Wording?
        switch article.wording.relation(of: shown) {
        case .same: counts.seenAgain += 1
        case .completing:
            article.complete(from: shown)
            counts.seenAgain += 1
        case .other:
            let known = try earlierWordings(of: article).first { $0.relation(of: shown) == .same }
            if isLatest {
                article.reword(to: known ?? shown.completed(from: article.wording))
            } else {
                kept = known ?? shown
            }
            if known == nil { counts.revised += 1 } else { counts.seenAgain += 1 }
        }
        article.learnTime(of: record)
        if isLatest {
            article.latest = order
            article.views = record.article.views ?? article.views
        } else {
            article.views = article.views ?? record.article.views
        }
        article.sightings.append(
            sighting(of: record, order, wording: kept, rule: rule, other: nil, agreement: agreement))
        if let id = article.stored?.id, touchedIDs.insert(id).inserted { touched.append(article) }
    }

    private func sighting(
        of record: PreparedArticle, _ order: SightingOrder, wording: Wording?, rule: IdentityDecision.Rule,
        other: KnownArticle?, agreement: Int?
    ) -> NewSighting {
        NewSighting(
            position: Int(order.position), seen: record.article.listed?.description,
            stated: record.article.origin == .stated ? record.published : nil, views: record.article.views,
            wording: wording, rule: rule, other: other, agreement: agreement)
    }

    private func latestSighting(of article: KnownArticle) throws -> SightingOrder? {
        if article.latest == nil, let stored = article.stored {
            article.latest = try reader.latestSighting(of: stored)
        }
        return article.latest
    }

    private func earlierWordings(of article: KnownArticle) throws -> [Wording] {
        if article.earlier == nil, let id = article.stored?.id {
            article.earlier = try reader.earlierWordings(of: id)
        }
        let replaced = article.storedWording.map { $0 == article.wording ? [] : [$0] } ?? []
        return (article.earlier ?? []).map(\.wording) + article.sightings.compactMap(\.wording) + replaced
    }
}

extension ChunkDecider {
    /// The articles with a record's headline key, nearest in time first.
    private mutating func candidates(for record: PreparedArticle) throws -> [KnownArticle] {
        let minute = record.published?.minute ?? ArticleID.undatedMinute
        var found = newByHash[record.key.hash] ?? []
        for id in try reader.candidates(hash: record.key.hash, nearMinute: minute) {
            if let article = try known(id, key: record.key) { found.append(article) }
        }
        found.removeAll { !$0.keys.contains(record.key) }
        guard found.count > 1 else { return found }
        let distances = found.map { abs(($0.published?.minute ?? ArticleID.undatedMinute) - minute) }
        return zip(found, distances).sorted { $0.1 < $1.1 }
            .prefix(2 * Int(ArticleReader.candidatesEachWay)).map(\.0)
    }

    // Equal hashes are not equal keys: the headlines that the article has or had decide.
    private mutating func known(_ id: ArticleID, key: HeadlineKey) throws -> KnownArticle? {
        if let article = byID[id], article.keys.contains(key) { return article }
        guard let article = try byID[id] ?? reader.stored(id).map({ KnownArticle(stored: $0) }) else {
            return nil
        }
        if !article.keys.contains(key) {
            article.earlier = try article.earlier ?? reader.earlierWordings(of: id)
            article.keys.formUnion((article.earlier ?? []).map { HeadlineKey($0.wording.headline) })
        }
        byID[id] = article
        return article
    }
}

extension KnownArticle {
    /// Takes over a stated time where the article was dated by its dump, or not at all.
    fileprivate func learnTime(of record: PreparedArticle) {
        guard record.article.origin == .stated, published?.origin != .stated else { return }
        published = record.published
    }
}
