import SearchProtocol
import StockSQLite

/// What all systems are asked, chosen from the words of our archive.
struct QuestionSet {
    /// Words that belong together in a question.
    struct Subject: Hashable {
        let match: SearchQuestion.Match
        let words: [String]

        func asked(_ measure: SearchQuestion.Measure) -> SearchQuestion {
            SearchQuestion(measure, match, words)
        }

        /// As one would type it.
        var text: String {
            switch match {
            case .word, .all: words.joined(separator: " ")
            case .any: words.joined(separator: " OR ")
            case .phrase: "\"\(words.joined(separator: " "))\""
            case .beginning: "\(words.joined())*"
            }
        }
    }

    /// Words that are in about 0.01, 1, 10 and 50 % of the articles.
    let words: [Subject]
    /// A rare phrase, and one as common as there is.
    let phrases: [Subject]
    /// Beginnings of one letter and of two.
    let beginnings: [Subject]
    /// A word that is in about 56 % of the articles, and three such words of which one is enough.
    let common: [Subject]
    let articles: Int
    let mixed: MixedQuestions

    init(_ connection: StockConnection) throws {
        let vocabulary = try Vocabulary(connection)
        guard !vocabulary.words.isEmpty else {
            throw BenchmarkFailure(description: "the archive has no words in the letters a to z to ask for")
        }
        let neighbours = try NeighbouringWords(connection)
        words = vocabulary.words(inShares: [0.0001, 0.01, 0.1, 0.5]).map {
            Subject(match: .word, words: [$0])
        }
        phrases = [neighbours.rare, neighbours.commonest].compactMap {
            $0.map { Subject(match: .phrase, words: $0.split(separator: " ").map(String.init)) }
        }
        beginnings = vocabulary.beginnings().prefix(2).map { Subject(match: .beginning, words: [$0]) }
        let three = vocabulary.words(inShares: [0.56, 0.56, 0.56])
        common =
            three.prefix(1).map { Subject(match: .word, words: [$0]) } + [Subject(match: .any, words: three)]
        articles = vocabulary.articles
        mixed = MixedQuestions(vocabulary: vocabulary, pairs: neighbours.pairs)
    }
}
