/// Guids and links of a dump that name no article, for all of its records bear the same.
///
/// Some publishers write the address of their front page, or one constant, into every item.
struct RepeatedKeys {
    private var guids: Set<GuidKey> = []
    private var links: Set<CanonicalLink> = []

    /// Looks at the records of the next chunk.
    mutating func look(at chunk: ImportChunk) {
        let records = chunk.records.compactMap { record -> PreparedArticle? in
            if case .article(let article) = record { article } else { nil }
        }
        if let guid = Self.onlyKey(of: records, \.guid) { guids.insert(guid) }
        if let link = Self.onlyKey(of: records, \.link) { links.insert(link) }
    }

    /// The keys of a record, without those that name no article.
    func usable(_ record: PreparedArticle) -> RecordKeys {
        var keys = record.keys
        if let guid = keys.guid, guids.contains(guid) { keys.guid = nil }
        if let link = keys.link, links.contains(link) { keys.link = nil }
        return keys
    }

    // The one key that all records with a key share, where they are articles of different headlines, whose texts do
    // not show that they are one.
    private static func onlyKey<Key: Hashable>(
        of records: [PreparedArticle], _ key: (RecordKeys) -> Key?
    ) -> Key? {
        var only: Key?
        var first: PreparedArticle?
        var isRepeated = false
        for record in records {
            guard let found = key(record.keys) else { continue }
            guard let known = only, let first else {
                only = found
                first = record
                continue
            }
            guard known == found else { return nil }
            guard record.key != first.key, !isRepeated else { continue }
            if case .agree = TextAgreement(first.shingles, record.shingles) { continue }
            isRepeated = true
        }
        return isRepeated ? only : nil
    }
}
