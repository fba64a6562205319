/// What the archive says of the articles that the records of a chunk may be, looked up before the chunk is decided.
struct ArticleLookUps: Sendable {
    private var candidates: [Int64: [ArticleID]] = [:]
    private var stored: [ArticleID: KnownArticle.Stored] = [:]
    private var latest: [ArticleID: LatestSightings] = [:]
    // What was written since.
    private var changedHashes: Set<Int64> = []
    private var changedIDs: Set<ArticleID> = []

    /// More articles under one headline are looked up when it is known which of them are needed.
    private static let mostCandidates = 4

    /// Looks up the articles under the headlines of a chunk.
    ///
    /// - Parameter byteLimit: Bytes of texts that are kept beside those of the records.
    init(of chunk: ImportChunk, _ reader: ArticleReader, byteLimit: Int) throws {
        var bytes = 0
        for case .article(let record) in chunk.records where bytes < byteLimit {
            let ids = try reader.candidates(hash: record.key.hash, nearMinute: 0)
            guard ids.count <= Self.mostCandidates else { continue }
            candidates[record.key.hash] = ids
            for id in ids where stored[id] == nil {
                guard let found = try reader.stored(id, sharing: record.article.body) else { continue }
                stored[id] = found
                latest[id] = try reader.latestSightings(of: id)
                if !found.state.wording.body.isShared(with: record.article.body) {
                    bytes += found.state.wording.body.utf8.count
                }
            }
        }
    }

    /// Forgets what is said of articles that are written before the chunk is decided.
    mutating func forget(_ articles: [KnownArticle]) {
        for article in articles {
            for id in [article.id, article.stored?.id].compactMap(\.self) { changedIDs.insert(id) }
            for key in article.newKeys { changedHashes.insert(key.hash) }
        }
    }

    /// The articles under a key; nil where they are to be looked up.
    func candidates(hash: Int64) -> [ArticleID]? {
        guard let ids = candidates[hash], !changedHashes.contains(hash) else { return nil }
        // One that has moved stands under the key with another id.
        return ids.contains(where: changedIDs.contains) ? nil : ids
    }

    /// A stored article; nil where it is to be looked up.
    func stored(_ id: ArticleID) -> KnownArticle.Stored? {
        changedIDs.contains(id) ? nil : stored[id]
    }

    /// The latest sightings of an article; nil where they are to be looked up.
    func latestSightings(of id: ArticleID) -> LatestSightings? {
        changedIDs.contains(id) ? nil : latest[id]
    }
}
