import NewsArchiveSQLite

/// Finds the words of a query that no article has, and those of the archive that are nearest to them.
struct SpellingCheck {
    /// So many unknown words are looked at; a longer query is a text.
    private static let mostWords = 8
    private static let mostNearest = 3

    private let connection: Connection
    private let vocabulary: Vocabulary
    private let stop: StopFlag?

    init(_ connection: Connection, stop: StopFlag? = nil) {
        self.connection = connection
        self.stop = stop
        vocabulary = Vocabulary(connection, stop: stop)
    }

    /// What may have been meant by the words of a query that no article has, in the order of the query.
    func suggestions(for query: Query) throws -> [Suggestion] {
        try suggestions(forUnknown: try unknown(in: query))
    }

    /// What may have been meant by words that no article has, in their order.
    func suggestions(forUnknown words: [String]) throws -> [Suggestion] {
        var unknown = words.compactMap(UnknownWord.init)
        guard !unknown.isEmpty else { return [] }
        // One pass over all words for all that are unknown.
        var candidate = FoldedWord()
        try vocabulary.each { bytes in
            guard candidate.read(bytes) else { return true }
            for number in unknown.indices { unknown[number].compare(candidate) }
            return true
        }
        return try unknown.compactMap { word in
            let nearest = try nearest(to: word)
            return nearest.isEmpty ? nil : Suggestion(word: word.text, nearest: nearest)
        }
    }

    /// The words of a query that no article has, in its order.
    func unknown(in query: Query) throws -> [String] {
        let finder = FormFinder(connection, stop: stop)
        var unknown: [String] = []
        for word in query.checkedWords where !unknown.contains(word.text) {
            guard unknown.count < Self.mostWords else { break }
            let count =
                word.hasForms
                ? try finder.forms(of: word.text).reduce(0) { $0 + $1.articles }
                : try vocabulary.count(of: word.text, upTo: 1)
            if count == 0 { unknown.append(word.text) }
        }
        return unknown
    }

    /// What several archives suggest for one word, as one suggestion: the nearest first, and of equally near ones those that most
    /// articles have. An archive counts for the three words alone that it suggests.
    static func merged(_ suggestions: [Suggestion]) -> Suggestion? {
        guard let word = suggestions.first?.word else { return nil }
        let counts = Dictionary(
            suggestions.flatMap(\.nearest).map { ($0.word, $0.articles) }, uniquingKeysWith: +)
        let nearest = Dictionary(grouping: counts) { closeness(of: $0.key, to: word) ?? .max }
        let inOrder = nearest.sorted { $0.key < $1.key }.flatMap { _, counts in
            counts.map(WordCount.init).mostFrequent(mostNearest)
        }
        return Suggestion(word: word, nearest: Array(inOrder.prefix(mostNearest)))
    }

    // The place among the candidates; nil for what is not near at all.
    private static func closeness(of candidate: String, to word: String) -> Int? {
        var unknown = UnknownWord(word)
        var folded = FoldedWord()
        var candidate = candidate
        guard candidate.withUTF8({ folded.read($0) }) else { return nil }
        unknown?.compare(folded)
        return unknown?.candidates.firstIndex { !$0.isEmpty }
    }

    // Articles are counted for those alone that can still be among the nearest.
    private func nearest(to word: UnknownWord) throws -> [WordCount] {
        var nearest: [WordCount] = []
        for equals in word.candidates where nearest.count < Self.mostNearest {
            let counted = try equals.map { WordCount(word: $0, articles: try vocabulary.count(of: $0) ?? 0) }
            nearest += counted.mostFrequent(Self.mostNearest - nearest.count)
        }
        return nearest
    }
}

/// A word that no article has, and what was found near it.
private struct UnknownWord {
    let text: String
    /// By distance, and those with the same first letter before the others.
    private(set) var candidates: [[String]]

    private let first: UInt32
    private var distance: EditDistance

    /// nil for a word that is too short to say what it could have been, or that is not of letters alone.
    init?(_ text: String) {
        var word = FoldedWord()
        var text = text
        guard text.withUTF8({ word.read($0) }), let first = word.scalars.first,
            let limit = Self.limit(ofLength: word.scalars.count)
        else { return nil }
        self.text = text
        self.first = first
        distance = EditDistance(word.scalars, limit: limit)
        candidates = [[String]](repeating: [], count: 2 * limit)
    }

    mutating func compare(_ candidate: FoldedWord) {
        guard let distance = distance.distance(to: candidate.scalars), distance > 0 else { return }
        let hasOtherFirst = candidate.scalars.first != first
        candidates[2 * (distance - 1) + (hasOtherFirst ? 1 : 0)].append(candidate.text)
    }

    private static func limit(ofLength length: Int) -> Int? {
        switch length {
        case ..<3: nil
        case 3...4: 1
        default: 2
        }
    }
}

/// A folded word as its scalars. Used again and again, so that most words cost no memory.
private struct FoldedWord {
    private(set) var scalars: [UInt32] = []

    var text: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
        return text
    }

    /// Reads the UTF-8 of a word; false for one with a digit in it, of which others are no misspellings.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        scalars.removeAll(keepingCapacity: true)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return false
            case ..<0x80: scalars.append(UInt32(byte))
            case 0x80..<0xC0 where !scalars.isEmpty:
                scalars[scalars.count - 1] = scalars[scalars.count - 1] << 6 | UInt32(byte & 0x3F)
            case 0xC0..<0xE0: scalars.append(UInt32(byte & 0x1F))
            case 0xE0..<0xF0: scalars.append(UInt32(byte & 0x0F))
            default: scalars.append(UInt32(byte & 0x07))
            }
        }
        return true
    }
}
