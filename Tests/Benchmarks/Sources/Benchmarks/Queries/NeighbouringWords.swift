import StockSQLite

/// Words that stand next to each other in some of an archive's articles.
struct NeighbouringWords {
    // Of each pair, in how many of the articles that were looked at.
    private var uses: [String: Int] = [:]

    /// Looks at some hundred articles from all of the archive's time.
    init(_ connection: StockConnection) throws {
        let border = try connection.statement("SELECT min(article_id), max(article_id) FROM body")
        guard let (first, last) = try border.rows(read: { ($0.integer(0), $0.integer(1)) }).first else {
            return
        }
        let text = try connection.statement(
            "SELECT text FROM body WHERE article_id >= ?1 ORDER BY article_id LIMIT 1")
        for step in 0..<Int64(500) {
            let id = first + (last - first) / 500 * step
            for text in try text.rows(.integer(id), read: { $0.text(0) }) { add(text) }
        }
    }

    /// All pairs that were met, by the alphabet.
    var pairs: [String] { uses.keys.sorted() }

    /// The pair that is in most articles.
    var commonest: String? { uses.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

    /// A pair of longer words that was in one article: the middle one by the alphabet, always the same.
    var rare: String? {
        let rare = uses.filter {
            $0.value == 1 && $0.key.split(separator: " ").allSatisfy { $0.utf8.count > 3 }
        }
        return rare.isEmpty ? nil : rare.keys.sorted()[rare.count / 2]
    }

    private mutating func add(_ text: String) {
        var pairs: Set<String> = []
        // Other marks than spaces part words, too, but those pairs would not read as phrases.
        let words = text.lowercased().split { $0 == " " || $0 == "\n" }
        for (first, second) in zip(words, words.dropFirst()) where Self.isPlain(first) && Self.isPlain(second)
        {
            pairs.insert("\(first) \(second)")
        }
        for pair in pairs { uses[pair, default: 0] += 1 }
    }

    private static func isPlain(_ word: Substring) -> Bool {
        word.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    }
}
