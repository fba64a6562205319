/// Decides what each record of a chunk is, against the archive and against the records before it.
///
/// It reads and remembers; it writes nothing.
struct ChunkDecider {
    private let reader: ArticleReader
    private let rule: IdentityRule
    private let dump: Int64
    private let comparedByteLimit: Int

    private(set) var counts = RecordCounts()
    /// Every article that a record of the chunk is.
    private(set) var touched: [KnownArticle] = []
    private var byID: [ArticleID: KnownArticle] = [:]
    private var rememberedBytes = 0
    private var newByHash: [Int64: NearbyArticles] = [:]
    private var touchedIDs: Set<ArticleID> = []
    private var heldIDs: Set<ArticleID> = []

    /// Bytes of stored texts that are held to compare records with: 16 MiB.
    static let comparedByteLimit = 16 << 20

    init(_ reader: ArticleReader, rule: IdentityRule, dump: Int64, comparedByteLimit: Int) {
        self.reader = reader
        self.comparedByteLimit = comparedByteLimit
        self.rule = rule
        self.dump = dump
    }

    mutating func reject() {
        counts.rejected += 1
    }

    mutating func decide(_ record: PreparedArticle, position: Int) throws {
        let order = SightingOrder(
            seen: record.article.listed?.description ?? "", stamp: record.stated?.secondsSince1970 ?? .min,
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
        if let other { hold(other) }
        let article = KnownArticle(new: record)
        article.latest = order
        article.latestWithViews = record.article.views == nil ? nil : order
        article.sightings = [
            sighting(of: record, order, wording: nil, rule: rule, other: other, agreement: agreement)
        ]
        newByHash[record.key.hash, default: NearbyArticles()].insert(article)
        touched.append(article)
        counts.added += 1
    }

    private mutating func see(
        _ article: KnownArticle, _ record: PreparedArticle, _ order: SightingOrder,
        rule: IdentityDecision.Rule, agreement: Int?
    ) throws {
        try lookUpLatestSightings(of: article)
        let isLatest = article.latest.map { order > $0 } ?? true
        let shown = Wording(record.article)
        var kept: Wording?
        switch article.wording.relation(of: shown) {
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
        learnTime(article, of: record)
        if isLatest { article.latest = order }
        if let views = record.article.views, article.latestWithViews.map({ order > $0 }) ?? true {
            article.latestWithViews = order
            article.views = views
        }
        article.sightings.append(
            sighting(of: record, order, wording: kept, rule: rule, other: nil, agreement: agreement))
        touch(article)
    }

    private mutating func touch(_ article: KnownArticle) {
        hold(article)
        guard let id = article.stored?.id, touchedIDs.insert(id).inserted else { return }
        touched.append(article)
    }

    // From now on this very object stands for the article, which may have been let go when others were looked at: what
    // it gathers is written, and where it moves to is known to those that refer to it.
    private mutating func hold(_ article: KnownArticle) {
        guard let id = article.stored?.id else { return }
        heldIDs.insert(id)
        byID[id] = article
    }

    private func sighting(
        of record: PreparedArticle, _ order: SightingOrder, wording: Wording?, rule: IdentityDecision.Rule,
        other: KnownArticle?, agreement: Int?
    ) -> NewSighting {
        NewSighting(
            position: Int(order.position), seen: record.article.listed?.description,
            stated: record.stated, views: record.article.views,
            wording: wording, rule: rule, other: other, agreement: agreement)
    }

    private func lookUpLatestSightings(of article: KnownArticle) throws {
        guard article.latest == nil, let id = article.stored?.id else { return }
        (article.latest, article.latestWithViews) = try reader.latestSightings(of: id)
    }

    /// Takes over a stated time where the article was dated by its dump, or not at all.
    private mutating func learnTime(_ article: KnownArticle, of record: PreparedArticle) {
        guard let stated = record.stated, article.published?.origin != .stated else { return }
        let isNew = article.stored == nil
        if isNew { newByHash[record.key.hash]?.remove(article) }
        article.published = stated
        if isNew { newByHash[record.key.hash, default: NearbyArticles()].insert(article) }
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
        let reach = Int(ArticleReader.candidatesEachWay)
        var found = newByHash[record.key.hash]?.nearest(to: minute, eachWay: reach) ?? []
        let stored = try reader.candidates(hash: record.key.hash, nearMinute: minute)
        found += try load(
            stored.sorted { abs($0.minute - minute) < abs($1.minute - minute) }, key: record.key)
        found.removeAll { !$0.keys.contains(record.key) }
        guard found.count > 1 else { return found }
        let distances = found.map { abs($0.minute - minute) }
        return zip(found, distances).sorted { $0.1 < $1.1 }.map(\.0)
    }

    // As many as memory is to hold at once: a hundred books under one headline are not compared with each other.
    private mutating func load(_ ids: [ArticleID], key: HeadlineKey) throws -> [KnownArticle] {
        var found: [KnownArticle] = []
        var bytes = 0
        for id in ids {
            guard let article = try known(id, key: key) else { continue }
            found.append(article)
            bytes += article.wording.body.utf8.count
            if bytes > comparedByteLimit { break }
        }
        return found
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
        if byID[id] == nil { remember(article, id) }
        return article
    }

    // Articles that no record has to do with are forgotten when they take too much room.
    private mutating func remember(_ article: KnownArticle, _ id: ArticleID) {
        rememberedBytes += article.wording.body.utf8.count
        if rememberedBytes > comparedByteLimit {
            byID = byID.filter { heldIDs.contains($0.key) }
            rememberedBytes = 0
        }
        byID[id] = article
    }
}
