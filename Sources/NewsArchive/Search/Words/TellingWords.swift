import Glibc
import NewsArchiveSQLite

/// The words of an article, to choose those from that tell it from others.
struct TellingWords {
    private static let mostChosen = 24
    /// A long text says early what it is about.
    private static let mostLookedAt = 1000
    /// For how many in the text a word of the headline counts.
    private static let headlineWeight = 4

    // How often each occurs, and all of them in the order of the article.
    private var frequencies: [String: Int] = [:]
    private var words: [String] = []

    init(_ article: Article) {
        add(article.headline, weight: Self.headlineWeight)
        add(article.body.string, weight: 1)
    }

    private mutating func add(_ text: String, weight: Int) {
        // A single character of a script without spaces is the beginning of a pair for a query.
        for token in Tokenizer.tokens(of: text) where !token.isColocated && !token.isSingleIdeograph {
            if frequencies[token.text] == nil {
                guard words.count < Self.mostLookedAt else { continue }
                words.append(token.text)
            }
            frequencies[token.text, default: 0] += weight
        }
    }

    /// The words that tell most: frequent here, rare in the archive.
    func chosen(by vocabulary: Vocabulary) throws -> [String] {
        guard let documents = try vocabulary.documents() else { return [] }
        // In a small archive few articles are more than a twentieth of all.
        let limit = max(documents / 20, min(documents / 2, 20))
        var weighed: [(word: String, weight: Double)] = []
        for word in words {
            // What no other article has leads to none.
            guard let count = try vocabulary.count(of: word, upTo: limit), (2...max(2, limit)).contains(count)
            else { continue }
            let rarity = log2(Double(max(documents, count) + 1) / Double(count))
            weighed.append((word, log2(1 + Double(frequencies[word] ?? 0)) * rarity))
        }
        // Of equal ones the first: the sort keeps their order only as long as nobody relies on it.
        let order = weighed.indices.sorted { (-weighed[$0].weight, $0) < (-weighed[$1].weight, $1) }
        return order.prefix(Self.mostChosen).map { weighed[$0].word }
    }
}
