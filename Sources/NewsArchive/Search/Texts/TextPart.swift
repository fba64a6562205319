import NewsArchiveSQLite

/// A text of a query: phrases near each other in one column, or a single phrase.
struct TextPart: Sendable {
    /// A phrase: words next to each other.
    struct Phrase: Sendable {
        /// What it is called: the same for the same words.
        let number: Int
        /// The words, by their places in the list of a ``WordFinder``.
        let words: [Int]
    }

    /// A place of a phrase.
    struct Instance: Sendable {
        /// The phrase's number.
        let phrase: Int
        /// The places of its words, counted in words of the text.
        let positions: Range<Int>
        /// From its first word's first byte to its last word's last one.
        let range: Range<Int>
    }

    let phrases: [Phrase]
    /// How many other words may be between the phrases.
    let distance: Int
    let columns: TextColumns

    /// Whether it holds for a text.
    func matches(_ found: FoundWords) -> Bool {
        guard !found.isEmpty else { return false }
        if phrases.count == 1 { return Self.occurs(phrases[0], in: found) }
        return !instances(in: found).isEmpty
    }

    /// The places of its phrases in a text, phrase by phrase: those that are near each other.
    func instances(in found: FoundWords) -> [Instance] {
        guard !found.isEmpty else { return [] }
        var lists: [[Instance]] = []
        for phrase in phrases {
            let list = Self.instances(of: phrase, in: found)
            if list.isEmpty { return [] }
            lists.append(list)
        }
        guard lists.count > 1 else { return lists[0] }
        let positions = lists.map { $0.map(\.positions.lowerBound) }
        let near = NearSearch(positions, lengths: phrases.map(\.words.count), distance: distance).found()
        return zip(lists, near).flatMap { list, near in zip(list, near).filter(\.1).map(\.0) }
    }

    private static func occurs(_ phrase: Phrase, in found: FoundWords) -> Bool {
        if phrase.words.count == 1 { return !found[phrase.words[0]].isEmpty }
        var places = phrase.words.map { found[$0] }
        return places[0].contains { end(of: &places, from: $0) != nil }
    }

    private static func instances(of phrase: Phrase, in found: FoundWords) -> [Instance] {
        var places = phrase.words.map { found[$0] }
        return places[0].compactMap { first in
            guard let last = end(of: &places, from: first) else { return nil }
            return Instance(
                phrase: phrase.number, positions: first.position..<last.position + 1,
                range: first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound))
        }
    }

    // The last word of the phrase that begins with a place of its first word, if it does. Drops what lies behind, since
    // the places of the first word come in order.
    private static func end(
        of places: inout [ArraySlice<FoundWords.Place>], from first: FoundWords.Place
    ) -> FoundWords.Place? {
        var last = first
        for word in 1..<max(1, places.count) {
            let position = first.position + word
            places[word] = places[word].drop { $0.position < position }
            guard let next = places[word].first, next.position == position else { return nil }
            last = next
        }
        return last
    }
}

extension TextPart.Instance: Comparable {
    /// By where it begins in the text.
    static func < (one: Self, other: Self) -> Bool {
        (one.range.lowerBound, one.range.upperBound, one.phrase)
            < (other.range.lowerBound, other.range.upperBound, other.phrase)
    }
}
