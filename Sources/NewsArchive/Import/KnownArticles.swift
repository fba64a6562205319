/// The articles that records of a chunk may be: those of the archive, and those that are new in the chunk.
struct KnownArticles {
    private let reader: ArticleReader
    private let byteLimit: Int

    private var byID: [ArticleID: KnownArticle] = [:]
    private var rememberedBytes = 0
    // By the keys that they got in this chunk, which the archive does not have yet.
    private var newByHash: [Int64: NearbyArticles] = [:]
    private var newByGuid: [SourceKey<GuidKey>: KnownArticle] = [:]
    private var newByLink: [SourceKey<CanonicalLink>: KnownArticle] = [:]

    /// Bytes of stored texts that are held to compare records with: 16 MiB.
    static let byteLimit = 16 << 20

    init(_ reader: ArticleReader, byteLimit: Int) {
        self.reader = reader
        self.byteLimit = byteLimit
    }

    /// The articles with a record's headline key, nearest in time first.
    mutating func articles(under record: PreparedArticle) throws -> [KnownArticle] {
        let minute = record.published?.minute ?? ArticleID.undatedMinute
        let reach = Int(ArticleReader.candidatesEachWay)
        var found = newByHash[record.key.hash]?.nearest(to: minute, eachWay: reach) ?? []
        var stored = try reader.candidates(hash: record.key.hash, nearMinute: minute)
        // Mostly there is one, or none.
        if stored.count > 1 { stored.sort { abs($0.minute - minute) < abs($1.minute - minute) } }
        if !stored.isEmpty { found += try load(stored, for: record) }
        found.removeAll { !$0.keys.contains(record.key) }
        guard found.count > 1 else { return found }
        let distances = found.map { abs($0.minute - minute) }
        return zip(found, distances).sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// The article that a source calls by a guid.
    mutating func article(with guid: GuidKey, of source: Int64?) throws -> KnownArticle? {
        if let new = newByGuid[SourceKey(source: source, key: guid)] { return new }
        return try reader.article(with: guid, of: source).flatMap { try article($0) }
    }

    /// The article that a source finds by a link.
    mutating func article(at link: CanonicalLink, of source: Int64?) throws -> KnownArticle? {
        if let new = newByLink[SourceKey(source: source, key: link)] { return new }
        return try reader.article(at: link, of: source).flatMap { try article($0) }
    }

    /// Takes in an article that is new in the chunk.
    mutating func add(_ article: KnownArticle, under key: HeadlineKey) {
        newByHash[key.hash, default: NearbyArticles()].insert(article)
    }

    /// Makes an article known by a headline that it did not have before.
    mutating func learn(_ key: HeadlineKey, of article: KnownArticle) {
        guard article.learn(key) else { return }
        article.newKeys.append(key)
        add(article, under: key)
    }

    /// Makes an article known by its guid and its link.
    mutating func remember(_ keys: RecordKeys, of source: Int64?, as article: KnownArticle) {
        if let guid = keys.guid { newByGuid[SourceKey(source: source, key: guid)] = article }
        if let link = keys.link { newByLink[SourceKey(source: source, key: link)] = article }
    }

    /// Puts an article where a time belongs.
    mutating func move(_ article: KnownArticle, to time: PublicationTime) {
        for key in article.newKeys { newByHash[key.hash]?.remove(article) }
        article.published = time
        for key in article.newKeys { add(article, under: key) }
    }

    /// Keeps an article to the end of the chunk.
    ///
    /// From now on this very object stands for the article, which may have been let go when others were looked at: what
    /// it gathers is written, and where it moves to is known to those that refer to it.
    mutating func hold(_ article: KnownArticle) {
        guard !article.isHeld, let id = article.stored?.id else { return }
        article.isHeld = true
        byID[id] = article
    }
}

extension KnownArticles {
    /// A key that is unique among the articles of one source.
    private struct SourceKey<Key: Hashable>: Hashable {
        let source: Int64?
        let key: Key
    }

    // As many as memory is to hold at once: a hundred books under one headline are not compared with each other.
    private mutating func load(_ ids: [ArticleID], for record: PreparedArticle) throws -> [KnownArticle] {
        var found: [KnownArticle] = []
        var bytes = 0
        for id in ids {
            guard let article = try article(id, comparedWith: record) else { continue }
            try lookUpKeys(of: article, for: record.key)
            found.append(article)
            bytes += article.wording.body.utf8.count
            if bytes > byteLimit { break }
        }
        return found
    }

    // Equal hashes are not equal keys: the headlines that the article has or had decide.
    private func lookUpKeys(of article: KnownArticle, for key: HeadlineKey) throws {
        guard !article.keys.contains(key), let id = article.stored?.id else { return }
        article.earlier = try article.earlier ?? reader.earlierWordings(of: id)
        for earlier in article.earlier ?? [] { article.learn(HeadlineKey(earlier.wording.headline)) }
    }

    /// A stored article.
    mutating func article(
        _ id: ArticleID, comparedWith record: PreparedArticle? = nil
    ) throws -> KnownArticle? {
        if let article = byID[id] { return article }
        let stored = try reader.stored(id, sharing: record?.article)
            .map { KnownArticle(stored: $0, comparedWith: record) }
        guard let article = stored else { return nil }
        remember(article, id)
        return article
    }

    // Articles that no record has to do with are forgotten when they take too much room.
    private mutating func remember(_ article: KnownArticle, _ id: ArticleID) {
        rememberedBytes += article.wording.body.utf8.count
        if rememberedBytes > byteLimit {
            byID = byID.filter(\.value.isHeld)
            rememberedBytes = 0
        }
        byID[id] = article
    }
}
