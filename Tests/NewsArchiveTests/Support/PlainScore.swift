import Foundation

@testable import NewsArchive

/// The bm25 of FTS5's documentation (https://www.sqlite.org/fts5.html#the_bm25_function), for a query of texts alone.
struct PlainScore {
    private static let weights = [10.0, 1.0]

    private let articles: [PlainArticle]
    private let averageSize: Double

    init(_ articles: [PlainArticle]) {
        self.articles = articles
        averageSize = Double(articles.map(\.size).reduce(0, +)) / Double(articles.count)
    }

    /// How well a query matches articles that it does match; higher is better.
    func scores(_ query: PlainQuery, _ found: [PlainArticle]) -> [Double] {
        switch query {
        case .phrase(let phrase, let columns):
            return part(phrase, columns, found) { $0.starts(of: phrase).count }
        case .near(let words, let distance, let columns):
            return sum(
                words.indices.map { index in
                    part(words[index], columns, found) { $0.clumps(of: words, within: distance)[index].count }
                })
        case .all(let parts): return sum(parts.map { scores($0, found) })
        case .any(let parts):
            // What does not match as a whole adds nothing, whatever of it occurs.
            return sum(
                parts.map { part in
                    zip(found, scores(part, found)).map { part.matches($0) ? $1 : 0 }
                })
        case .not, .since, .until, .source, .views: return found.map { _ in 0 }
        }
    }

    private func sum(_ parts: [[Double]]) -> [Double] {
        parts.dropFirst().reduce(parts[0]) { sums, part in zip(sums, part).map(+) }
    }

    private func part(
        _ phrase: PlainPhrase, _ columns: Range<Int>, _ found: [PlainArticle], _ count: (PlainText) -> Int
    ) -> [Double] {
        let (k1, b) = (1.2, 0.75)
        let rarity = rarity(phrase, columns)
        return found.map { article in
            let frequency = columns.map { Self.weights[$0] * Double(count(article.texts[$0])) }.reduce(0, +)
            let length = 1 - b + b * Double(article.size) / averageSize
            return rarity * frequency * (k1 + 1) / (frequency + k1 * length)
        }
    }

    private func rarity(_ phrase: PlainPhrase, _ columns: Range<Int>) -> Double {
        let all = Double(articles.count)
        let having = Double(articles.count { PlainQuery.phrase(phrase, columns).matches($0) })
        let rarity = log((all - having + 0.5) / (having + 0.5))
        return rarity <= 0 ? 1e-6 : rarity
    }
}

extension PlainArticle {
    fileprivate var size: Int { texts.map(\.count).reduce(0, +) }
}
