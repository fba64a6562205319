import NewsArchive

/// What `related --json` prints.
struct RelatedJSON: Encodable {
    let id: ArticleID
    let related: [RelatedArticle]

    private enum Key: String, CodingKey {
        case id, results
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(id.rawValue, forKey: .id)
        try object.encode(related.map { ResultJSON($0) }, forKey: .results)
    }
}
