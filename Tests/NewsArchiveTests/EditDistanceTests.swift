import Testing

@testable import NewsArchive

@Suite struct EditDistanceTests {
    private func distance(_ one: String, _ other: String, limit: Int = 2) -> Int? {
        var distance = EditDistance(one.unicodeScalars.map(\.value), limit: limit)
        return distance.distance(to: other.unicodeScalars.map(\.value))
    }

    @Test(arguments: [
        ("election", "election", 0), ("electon", "election", 1), ("electiion", "election", 1),
        ("elektion", "election", 1), ("elcetion", "election", 1), ("eelction", "election", 1),
        ("electino", "election", 1), ("lecetion", "election", 2), ("паромм", "паром", 1), ("", "ab", 2),
        ("ab", "", 2), ("abc", "cab", 2),
    ])
    func stepsAreCounted(one: String, other: String, steps: Int) {
        #expect(distance(one, other) == steps)
        #expect(distance(other, one) == steps)
    }

    @Test(arguments: [("election", "electricity"), ("abc", "def"), ("toll", "ferry"), ("abcd", "")])
    func whatIsFurtherAwayThanTheLimitHasNone(one: String, other: String) {
        #expect(distance(one, other) == nil)
        #expect(distance(other, one) == nil)
    }

    // By all rows and columns.
    private func plain(_ one: [Int], _ other: [Int]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
        for row in 0...one.count {
            for column in 0...other.count {
                guard row > 0, column > 0 else {
                    table[row][column] = row + column
                    continue
                }
                let change = one[row - 1] == other[column - 1] ? 0 : 1
                var least = min(table[row - 1][column - 1] + change, table[row - 1][column] + 1)
                least = min(least, table[row][column - 1] + 1)
                if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                    least = min(least, table[row - 2][column - 2] + 1)
                }
                table[row][column] = least
            }
        }
        return table[one.count][other.count]
    }

    @Test(arguments: [1, 2, 3])
    func itIsWhatTheWholeTableSays(limit: Int) {
        var random = SeededGenerator(seed: UInt64(limit))
        for _ in 0..<3000 {
            let one = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                Int.random(in: 97...100, using: &random)
            }
            var other = one
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let place = Int.random(in: 0...other.count, using: &random)
                if Bool.random(using: &random), place < other.count {
                    other.remove(at: place)
                } else {
                    other.insert(Int.random(in: 97...100, using: &random), at: place)
                }
            }
            var distance = EditDistance(one.map(UInt32.init), limit: limit)
            let expected = plain(one, other)
            #expect(
                distance.distance(to: other.map(UInt32.init)) == (expected <= limit ? expected : nil),
                "\(one) \(other)")
        }
    }
}
