/// What the archive says of the articles that some records of a chunk may be, looked up before these are decided.
struct ArticleLookUps: Sendable {
    private var candidates: [Int64: [ArticleID]] = [:]
    private var stored: [ArticleID: KnownArticle.Stored] = [:]
    private var latest: [ArticleID: LatestSightings] = [:]

    /// What was written since: that is to be looked up again.
    var written = WrittenArticles()

    /// More articles under one headline are looked up when it is known which of them are needed.
    private static let mostCandidates = 4

    /// Looks up the articles under the headlines of records.
    ///
    /// - Parameter byteLimit: Bytes of texts that are kept beside those of the records.
    init(of records: ArraySlice<ImportChunk.Record>, _ reader: ArticleReader, byteLimit: Int) throws {
        var bytes = 0
        for case .article(let record) in records where bytes < byteLimit {
            let ids = try reader.candidates(hash: record.key.hash, nearMinute: 0)
            guard ids.count <= Self.mostCandidates else { continue }
            candidates[record.key.hash] = ids
            for id in ids where stored[id] == nil {
                guard let found = try reader.stored(id, sharing: record.article) else { continue }
                stored[id] = found
                latest[id] = try reader.latestSightings(of: id)
                if !found.state.wording.body.isShared(with: record.article.body) {
                    bytes += found.state.wording.body.utf8.count
                }
            }
        }
    }

    /// The articles under a key; nil where they are to be looked up.
    func candidates(hash: Int64) -> [ArticleID]? {
        guard let ids = candidates[hash], !written.hashes.contains(hash) else { return nil }
        // One that has moved stands under the key with another id.
        return ids.contains(where: written.ids.contains) ? nil : ids
    }

    /// A stored article; nil where it is to be looked up.
    func stored(_ id: ArticleID) -> KnownArticle.Stored? {
        written.ids.contains(id) ? nil : stored[id]
    }

    /// The latest sightings of an article; nil where they are to be looked up.
    func latestSightings(of id: ArticleID) -> LatestSightings? {
        written.ids.contains(id) ? nil : latest[id]
    }
}

/// The articles of a chunk, by their ids before and after it, and by the headline keys that they got in it.
struct WrittenArticles: Sendable {
    private(set) var ids: Set<ArticleID> = []
    private(set) var hashes: Set<Int64> = []

    init(_ articles: [KnownArticle] = []) {
        for article in articles {
            for id in [article.id, article.stored?.id].compactMap(\.self) { ids.insert(id) }
            for key in article.newKeys { hashes.insert(key.hash) }
        }
    }
}
