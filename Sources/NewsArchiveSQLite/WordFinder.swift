import CNewsArchiveSQLite

/// Finds words in texts, read as the index reads them.
package struct WordFinder: Sendable {
    /// A word to look for.
    package struct Word: Hashable, Sendable {
        /// The word, folded: a token of the tokenizer. Bytes, for Strings are equal that the index keeps apart.
        package let text: [UInt8]
        /// Whether words count that go on after it.
        package let isBeginning: Bool
        /// Whether it is a single character of a script written without spaces.
        let isSingleIdeograph: Bool

        package init(_ text: String, isBeginning: Bool = false) {
            self.text = Array(text.utf8)
            self.isBeginning = isBeginning
            isSingleIdeograph = Tokenizer.isSingleIdeograph(text)
        }
    }

    // What most texts of news need; more costs a second look.
    private static let usualRoom = 512

    private let bytes: [UInt8]
    private let wanted: [na_wanted]

    /// Looks for words, each of which is called by its place in the list.
    package init(_ words: [Word]) {
        var bytes: [UInt8] = []
        var sorted: [na_wanted] = []
        let order = words.indices.sorted { words[$0].text.lexicographicallyPrecedes(words[$1].text) }
        for number in order {
            let word = words[number]
            sorted.append(
                na_wanted(
                    start: UInt32(bytes.count), count: UInt32(word.text.count), parent: -1,
                    number: UInt32(number), is_prefix: word.isBeginning ? 1 : 0,
                    is_character: word.isSingleIdeograph ? 1 : 0))
            bytes += word.text
        }
        self.bytes = bytes
        wanted = Self.withParents(sorted, bytes)
    }

    // In sorted order, the words that one begins with are among those right before it and their own parents.
    private static func withParents(_ sorted: [na_wanted], _ bytes: [UInt8]) -> [na_wanted] {
        func text(_ word: na_wanted) -> ArraySlice<UInt8> {
            bytes[Int(word.start)..<Int(word.start + word.count)]
        }
        var words = sorted
        for place in words.indices.dropFirst() {
            var parent = Int32(place) - 1
            while parent >= 0, !text(words[place]).starts(with: text(words[Int(parent)])) {
                parent = words[Int(parent)].parent
            }
            words[place].parent = parent
        }
        return words
    }

    /// Where the words are in a text of UTF-8.
    package func find(in text: UnsafeBufferPointer<UInt8>) -> FoundWords {
        withUnsafeTemporaryAllocation(of: na_found.self, capacity: Self.usualRoom) { room in
            var positions: UInt32 = 0
            let count = find(in: text, room, &positions)
            guard count > room.count else {
                return FoundWords(room.prefix(count), words: wanted.count, positions: Int(positions))
            }
            let all = [na_found](unsafeUninitializedCapacity: count) { buffer, found in
                found = find(in: text, buffer, &positions)
            }
            return FoundWords(all, words: wanted.count, positions: Int(positions))
        }
    }

    /// Where the words are in a text of UTF-8, and the bytes that all its words come from, a range a position: in one
    /// reading, which takes longer than all else that is done with a text.
    package func findWithRanges(in text: UnsafeBufferPointer<UInt8>) -> (
        found: FoundWords, ranges: [Range<Int>]
    ) {
        // A word has a byte at least, and another before it; a character of a script without spaces has three.
        withUnsafeTemporaryAllocation(of: na_word_range.self, capacity: text.count / 2 + 1) { ranges in
            var found: FoundWords?
            withUnsafeTemporaryAllocation(of: na_found.self, capacity: Self.usualRoom) { room in
                var positions: UInt32 = 0
                let count = find(in: text, room, &positions, ranges)
                if count <= room.count {
                    found = FoundWords(room.prefix(count), words: wanted.count, positions: Int(positions))
                }
            }
            let all = found ?? find(in: text)
            return (all, ranges.prefix(all.positions).map { Int($0.start)..<Int($0.end) })
        }
    }

    private func find(
        in text: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<na_found>,
        _ positions: inout UInt32, _ ranges: UnsafeMutableBufferPointer<na_word_range>? = nil
    ) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { words in
                var list = na_wanted_list(
                    bytes: bytes.baseAddress, words: words.baseAddress, count: words.count)
                return na_find(
                    text.baseAddress, text.count, &list, room.baseAddress, room.count, &positions,
                    ranges?.baseAddress, ranges?.count ?? 0)
            }
        }
    }
}
