import Glibc
import StockSQLite

/// The words of an archive's index that are written in the letters a to z, and how many articles each is in.
struct Vocabulary {
    /// A word of the index.
    struct Word {
        let text: String
        let articles: Int
    }

    /// Rarest first; of equally rare ones by the alphabet.
    let words: [Word]
    /// How many articles the archive has.
    let articles: Int

    /// Reads the whole index once, through a table of FTS5's that lives as long as the connection.
    init(_ connection: StockConnection) throws {
        articles =
            try connection.statement("SELECT count(*) FROM article").rows { Int($0.integer(0)) }.first ?? 0
        try connection.execute(
            "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'article_search', 'row')")
        let statement = try connection.statement(
            "SELECT term, doc FROM vocabulary WHERE term NOT GLOB '*[^a-z]*'")
        words = try statement.rows { Word(text: $0.text(0), articles: Int($0.integer(1))) }
            .sorted { ($0.articles, $0.text) < ($1.articles, $1.text) }
    }

    /// Words of more than three letters that are in about these shares of the articles, each another one.
    func words(inShares shares: [Double]) -> [String] {
        var candidates = words.filter { $0.text.utf8.count > 3 }
        return shares.compactMap { share in
            let wanted = log(max(1, share * Double(articles)))
            let distance = { (word: Word) in abs(log(Double(max(1, word.articles))) - wanted) }
            let nearest = candidates.indices.min { distance(candidates[$0]) < distance(candidates[$1]) }
            return nearest.map { candidates.remove(at: $0).text }
        }
    }

    /// Beginnings of one, two and three letters: those of English where the archive is in English, else the commonest.
    func beginnings() -> [String] {
        if words.last(where: { $0.text == "the" }).map({ $0.articles * 3 > articles }) ?? false {
            return ["a", "in", "the"]
        }
        return (1...3).compactMap(commonestBeginning)
    }

    /// A word that is as likely in 10 articles as in 100 or 1000.
    func word(_ random: inout some RandomNumberGenerator) -> String? {
        guard let commonest = words.last else { return nil }
        let wanted = Int(exp(Double.random(in: 0...log(Double(max(2, commonest.articles))), using: &random)))
        let first = words.firstIndex { $0.articles >= wanted } ?? words.count - 1
        // Among the next hundred, since many words are in equally few articles.
        return words[Int.random(in: first..<min(first + 100, words.count), using: &random)].text
    }

    private func commonestBeginning(_ length: Int) -> String? {
        var uses: [String: Int] = [:]
        for word in words where word.text.utf8.count >= length {
            uses[String(word.text.prefix(length)), default: 0] += word.articles
        }
        return uses.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
