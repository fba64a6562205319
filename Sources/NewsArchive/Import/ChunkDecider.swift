/// Decides what each record of a chunk is, against the archive and against the records before it.
///
/// It reads and remembers; it writes nothing.
struct ChunkDecider {
    private let rule: IdentityRule
    private let dump: Int64
    private let sources: [String: Int64]
    private let repeated: RepeatedKeys
    private let memory: DecisionMemory

    private(set) var counts = RecordCounts()
    /// Every article that a record of the chunk is.
    private(set) var touched: [KnownArticle] = []
    private let reader: ArticleReader
    private var known: KnownArticles
    private var days = ListedDays()

    /// - Parameters:
    ///   - sources: The rows of the sources that the records name.
    ///   - repeated: What names no article in this dump.
    ///   - memory: What was decided by hand before.
    init(
        _ reader: ArticleReader, rule: IdentityRule, dump: Int64, sources: [String: Int64],
        repeated: RepeatedKeys, memory: DecisionMemory, comparedByteLimit: Int
    ) {
        self.sources = sources
        self.repeated = repeated
        self.memory = memory
        self.reader = reader
        known = KnownArticles(reader, byteLimit: comparedByteLimit)
        self.rule = rule
        self.dump = dump
    }

    mutating func reject() {
        counts.rejected += 1
    }

    /// Takes in a record whose sighting the archive has already.
    mutating func passOver() {
        counts.seenAgain += 1
    }

    mutating func decide(_ record: PreparedArticle, position: Int) throws {
        let order = SightingOrder(
            seen: days.text(of: record.article.listed) ?? "",
            stamp: record.updated ?? record.stated?.secondsSince1970 ?? .min,
            dump: dump, position: Int64(position))
        let keys = repeated.usable(record)
        switch try match(record, keys) {
        case .new(let rule, let other, let agreement):
            add(record, keys, order, rule: rule, other: other, agreement: agreement)
        // It was pruned: of its articles there is nothing to which a sighting could be added.
        case nil: counts.seenAgain += 1
        case .known(let article, let rule, let agreement):
            try see(article, record, keys, order, rule: rule, agreement: agreement)
        }
    }

    // nil: an article that was pruned.
    private mutating func match(_ record: PreparedArticle, _ keys: RecordKeys) throws -> Match? {
        let source = source(of: record)
        if let known = try matchByHand(record) { return known }
        if rule == .automatic, let known = try matchByKeys(keys, of: source) { return known }
        let match = rule.match(record, among: try known.articles(under: record))
        guard case .new = match, try memory.isPruned(record, keys, of: source, rule: rule) else {
            return match
        }
        return nil
    }

    // What a person decided comes before any rule.
    private mutating func matchByHand(_ record: PreparedArticle) throws -> Match? {
        try memory.pinned(record).flatMap { try known.article($0) }.map {
            .known($0, .asBefore, agreement: nil)
        }
    }

    private mutating func matchByKeys(_ keys: RecordKeys, of source: Int64?) throws -> Match? {
        if let guid = keys.guid, let article = try known.article(with: guid, of: source) {
            return .known(article, .sameGuid, agreement: nil)
        }
        if let link = keys.link, let article = try known.article(at: link, of: source) {
            return .known(article, .sameLink, agreement: nil)
        }
        return nil
    }

    private func source(of record: PreparedArticle) -> Int64? { record.source.flatMap { sources[$0] } }
}

extension ChunkDecider {
    private mutating func add(
        _ record: PreparedArticle, _ keys: RecordKeys, _ order: SightingOrder, rule: IdentityDecision.Rule,
        other: KnownArticle?, agreement: Int?
    ) {
        if let other { known.hold(other) }
        let article = KnownArticle(new: record)
        article.latest = order
        article.latestWithViews = record.article.views == nil ? nil : order
        article.sightings = [
            sighting(of: record, keys, order, wording: nil, rule: rule, other: other, agreement: agreement)
        ]
        known.add(article, under: record.key)
        known.remember(keys, of: source(of: record), as: article)
        touched.append(article)
        counts.added += 1
    }

    private mutating func see(
        _ article: KnownArticle, _ record: PreparedArticle, _ keys: RecordKeys, _ order: SightingOrder,
        rule: IdentityDecision.Rule, agreement: Int?
    ) throws {
        try lookUpLatestSightings(of: article)
        let isLatest = article.latest.map { order > $0 } ?? true
        let shown = Wording(record.article)
        let relation = article.wording.relation(of: shown)
        if !isLatest, article.couldLearn(from: shown, url: record.article.metadata.url) {
            article.needsComposition = true
        }
        if !isLatest || relation != .same, try !earlierWordings(of: article).isEmpty {
            article.needsComposition = true
        }
        var kept: Wording?
        switch relation {
        case .same: counts.seenAgain += 1
        case .completing:
            article.complete(from: shown)
            counts.seenAgain += 1
        case .other:
            // Where the record is silent it shows what is known: a bare headline brings back no old text.
            let wording = shown.completed(from: article.wording)
            let isKnown = try earlierWordings(of: article).contains(wording)
            if isLatest {
                article.reword(to: wording)
            } else {
                kept = wording
                article.complete(from: shown)
            }
            if isKnown { counts.seenAgain += 1 } else { counts.revised += 1 }
        }
        known.learn(record.key, of: article)
        learnTime(article, of: record)
        if isLatest { article.latest = order }
        if let url = record.article.metadata.url, isLatest || article.url == nil { article.url = url }
        if let views = record.article.views, article.latestWithViews.map({ order > $0 }) ?? true {
            article.latestWithViews = order
            article.views = views
        }
        article.sightings.append(
            sighting(of: record, keys, order, wording: kept, rule: rule, other: nil, agreement: agreement))
        known.remember(keys, of: source(of: record), as: article)
        touch(article)
    }

    private mutating func touch(_ article: KnownArticle) {
        known.hold(article)
        guard article.stored != nil, !article.isTouched else { return }
        article.isTouched = true
        touched.append(article)
    }

    private mutating func sighting(
        of record: PreparedArticle, _ keys: RecordKeys, _ order: SightingOrder, wording: Wording?,
        rule: IdentityDecision.Rule, other: KnownArticle?, agreement: Int?
    ) -> NewSighting {
        let source = source(of: record)
        return NewSighting(
            position: Int(order.position), source: source, seen: days.text(of: record.article.listed),
            stated: record.stated, unreadableTime: record.article.unreadableTime, updated: record.updated,
            views: record.article.views, metadata: MetadataRow(record, keys: keys, source: source),
            silence: Wording(record.article).silence, wording: wording, rule: rule, other: other,
            agreement: agreement)
    }

    private func lookUpLatestSightings(of article: KnownArticle) throws {
        guard article.latest == nil, let id = article.stored?.id else { return }
        let latest = try reader.latestSightings(of: id)
        article.latest = latest.any
        article.latestWithViews = latest.withViews
    }

    /// Takes over a stated time where the article was dated by its dump, or not at all.
    private mutating func learnTime(_ article: KnownArticle, of record: PreparedArticle) {
        guard let stated = record.stated, article.published?.origin != .stated else { return }
        known.move(article, to: stated)
    }

    private func earlierWordings(of article: KnownArticle) throws -> [Wording] {
        if article.earlier == nil, let id = article.stored?.id {
            article.earlier = try reader.earlierWordings(of: id)
        }
        let replaced = article.storedWording.map { $0 == article.wording ? [] : [$0] } ?? []
        return (article.earlier ?? []).map(\.wording) + article.sightings.compactMap(\.wording) + replaced
    }
}
