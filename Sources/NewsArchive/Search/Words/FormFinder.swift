import NewsArchiveSQLite

/// Finds the other English forms of a query's words among those of an archive, so that its index can stay exact.
///
/// Forms have the same stem. A word that is not of the letters a to z has no others.
final class FormFinder {
    /// More forms of a word than this are rare misprints.
    private static let mostForms = 64
    // An ending changes two letters of what is left of a word at the most: feasibility becomes feasibl.
    private static let lettersThatChange = 2
    private static let fewestLettersKept = 2

    /// The words asked for and their forms, in the order of asking.
    private(set) var found: [WordForms] = []

    private let connection: Connection
    private let vocabulary: Vocabulary
    private var stemmer: Stemmer?
    private var known: [String: [WordCount]] = [:]

    init(_ connection: Connection, stop: StopFlag? = nil) {
        self.connection = connection
        vocabulary = Vocabulary(connection, stop: stop)
    }

    /// The forms of a folded word that articles have, most articles first, and the word itself in any case.
    func forms(of word: String) throws -> [WordCount] {
        if let forms = known[word] { return forms }
        let forms = try counted(try candidates(for: word), with: word)
        known[word] = forms
        found.append(WordForms(word: word, forms: forms))
        return forms
    }

    private func candidates(for word: String) throws -> [String] {
        let stemmer = try self.stemmer ?? Stemmer(connection)
        self.stemmer = stemmer
        guard let stem = stemmer.stem(of: word) else { return [] }
        let bytes = Array(stem.utf8)
        let kept = max(Self.fewestLettersKept, bytes.count - Self.lettersThatChange)
        let beginning = bytes.prefix(kept)
        var forms: [String] = []
        try vocabulary.each(from: String(decoding: beginning, as: UTF8.self)) { candidate in
            guard candidate.starts(with: beginning) else { return false }
            if stemmer.isStem(bytes, of: candidate) {
                forms.append(String(decoding: candidate, as: UTF8.self))
            }
            return true
        }
        return forms
    }

    private func counted(_ candidates: [String], with word: String) throws -> [WordCount] {
        let others = try candidates.filter { $0 != word }.map { try counted($0) }
        let own = try counted(word)
        return (others.mostFrequent(Self.mostForms - 1) + [own]).mostFrequent(Self.mostForms)
    }

    private func counted(_ word: String) throws -> WordCount {
        WordCount(word: word, articles: try vocabulary.count(of: word) ?? 0)
    }
}

extension [WordCount] {
    /// The words that most articles have, in order.
    func mostFrequent(_ count: Int) -> [WordCount] {
        Array(sorted { ($1.articles, $0.word) < ($0.articles, $1.word) }.prefix(count))
    }
}
