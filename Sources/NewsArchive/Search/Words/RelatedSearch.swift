import NewsArchiveSQLite

/// Finds the articles nearest to one by the rarest words that they share.
struct RelatedSearch {
    let connection: Connection
    let stop: StopFlag?

    init(_ connection: Connection, stop: StopFlag? = nil) {
        self.connection = connection
        self.stop = stop
    }

    /// The articles nearest to one, nearest first.
    func articles(relatedTo article: Article, limit: Int) throws -> [RelatedArticle] {
        let words = try TellingWords(article).chosen(by: Vocabulary(connection, stop: stop))
        let limit = max(0, min(limit, 1_000_000))
        guard limit > 0, let query = CompiledQuery(.any(words.map(Query.words)), sources: [:]) else {
            return []
        }
        // Some of those found may share too little.
        let request = SearchRequest(order: .relevance, limit: 2 * limit + 10, cursor: nil, halfLifeDays: 1)
        let found = try SearchSession(connection, query, request, stop: stop).page().results.map(\.result)
        let shared = try SharedWords(connection, words)
        let others = try found.filter { $0.id != article.id }.map {
            RelatedArticle(article: $0, sharedWords: try shared.words(of: $0.id))
        }
        let better = others.filter { $0.sharedWords.count > 1 }
        return Array((better.isEmpty ? others : better).prefix(limit))
    }
}

/// Which of some words an article has.
private final class SharedWords {
    private let words: [String]
    private let finder: WordFinder
    private var texts: Statement

    init(_ connection: Connection, _ words: [String]) throws {
        self.words = words
        finder = WordFinder(words.map { WordFinder.Word($0, isBeginning: false) })
        texts = try Statement(
            connection,
            """
            SELECT headline, coalesce(body.text, '')
            FROM article
            LEFT JOIN body ON body.article_id = article.id
            WHERE article.id = ?1
            """)
    }

    func words(of id: ArticleID) throws -> [String] {
        try texts.bind(1, id.rawValue)
        let columns = try texts.first { [try $0.utf8(0), try $0.utf8(1)] } ?? []
        let found = columns.map { column in column.withUnsafeBufferPointer { finder.find(in: $0) } }
        return words.indices.filter { word in found.contains { !$0[word].isEmpty } }.map { words[$0] }
    }
}
