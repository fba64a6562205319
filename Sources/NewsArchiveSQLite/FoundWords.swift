import CNewsArchiveSQLite

/// Where words were found in a text, by word.
package struct FoundWords: Sendable {
    /// One place of a word.
    package struct Place: Equatable, Sendable {
        /// How many places for words there are before it.
        package let position: Int
        /// The bytes of the text that the word comes from.
        package let range: Range<Int>

        package init(position: Int, range: Range<Int>) {
            self.position = position
            self.range = range
        }
    }

    /// How many places for words the text has.
    package let positions: Int

    private let places: [Place]
    // Where each word's places begin, and the last one's end; empty where there are none at all.
    private let starts: [Int]

    init(_ found: some Collection<na_found>, words: Int, positions: Int) {
        self.positions = positions
        guard !found.isEmpty else {
            (places, starts) = ([], [])
            return
        }
        var starts = [Int](repeating: 0, count: words + 1)
        for one in found { starts[Int(one.number) + 1] += 1 }
        for word in 0..<words { starts[word + 1] += starts[word] }
        var next = starts
        var places = [Place](repeating: Place(position: 0, range: 0..<0), count: found.count)
        for one in found {
            let word = Int(one.number)
            places[next[word]] = Place(position: Int(one.position), range: Int(one.start)..<Int(one.end))
            next[word] += 1
        }
        (self.places, self.starts) = (places, starts)
    }

    /// Whether none of the words is there.
    package var isEmpty: Bool { places.isEmpty }

    /// The places of a word, in order. A word may be in one place twice: as the beginning of a pair, and as the end of it.
    package subscript(word: Int) -> ArraySlice<Place> {
        starts.isEmpty ? [] : places[starts[word]..<starts[word + 1]]
    }
}
