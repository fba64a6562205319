/// How many letters must be put in, left out, replaced or swapped with their neighbours to make one word of another.
///
/// Of a word's letters, none is touched twice: what is swapped is not changed as well.
struct EditDistance {
    private let word: [UInt32]
    private let limit: Int
    // Which letters the word has, by their last six bits.
    private let letters: UInt64
    // The distances of the beginnings of the candidate from those of the word, the newest last.
    private var rows: (beforeLast: [Int], last: [Int], present: [Int])

    /// - Parameters:
    ///   - word: what candidates are compared with.
    ///   - limit: what is further away is not of interest.
    init(_ word: [UInt32], limit: Int) {
        self.word = word
        self.limit = limit
        letters = Self.letters(of: word)
        let row = [Int](repeating: 0, count: word.count + 1)
        rows = (row, row, row)
    }

    /// The distance of a candidate; nil when it is above the limit.
    mutating func distance(to candidate: [UInt32]) -> Int? {
        guard abs(candidate.count - word.count) <= limit,
            // Each step changes two letters at the most.
            (letters ^ Self.letters(of: candidate)).nonzeroBitCount <= 2 * limit
        else { return nil }
        for column in 0...word.count { rows.present[column] = column }
        for row in 0..<candidate.count {
            (rows.beforeLast, rows.last, rows.present) = (rows.last, rows.present, rows.beforeLast)
            guard fillRow(row, of: candidate) <= limit else { return nil }
        }
        let distance = rows.present[word.count]
        return distance <= limit ? distance : nil
    }

    // Only what is near the diagonal can be within the limit. Returns the least of the row.
    private mutating func fillRow(_ row: Int, of candidate: [UInt32]) -> Int {
        let columns = max(0, row - limit)..<min(word.count, row + limit + 1)
        let far = limit + 1
        rows.present[columns.lowerBound] = columns.lowerBound == 0 ? row + 1 : far
        var least = rows.present[columns.lowerBound]
        for column in columns {
            let isSame = candidate[row] == word[column]
            var distance = rows.last[column] + (isSame ? 0 : 1)
            // Above the end of its part the row before says nothing.
            let above = column < row + limit ? rows.last[column + 1] : far
            distance = min(distance, above + 1, rows.present[column] + 1)
            if row > 0, column > 0, candidate[row] == word[column - 1], candidate[row - 1] == word[column] {
                distance = min(distance, rows.beforeLast[column - 1] + 1)
            }
            rows.present[column + 1] = distance
            least = min(least, distance)
        }
        return least
    }

    private static func letters(of word: [UInt32]) -> UInt64 {
        word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
}
