import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct NearSearchTests {
    private func found(_ positions: [[Int]], lengths: [Int], within distance: Int) -> [[Bool]] {
        NearSearch(positions, lengths: lengths, distance: distance).found()
    }

    @Test func theDistanceIsThatOfTheWordsBetween() {
        #expect(found([[0], [3]], lengths: [1, 1], within: 2) == [[true], [true]])
        #expect(found([[0], [3]], lengths: [1, 1], within: 1) == [[false], [false]])
        #expect(found([[3], [0]], lengths: [1, 1], within: 2) == [[true], [true]])
        #expect(found([[0], [3]], lengths: [2, 1], within: 1) == [[true], [true]])
        #expect(found([[0], [3]], lengths: [1, 2], within: 1) == [[false], [false]])
    }

    @Test func onlyPlacesThatAreNearCount() {
        #expect(
            found([[0, 9], [10, 30]], lengths: [1, 1], within: 0) == [[false, true], [true, false]])
    }

    @Test(arguments: 0..<4)
    func phrasesAreNearWhereFTS5SaysSo(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let letters = ["a", "b", "c", "x"]
        let documents = (0..<80).map { _ in
            let count = Int.random(in: 0...25, using: &random)
            let text = (0..<count).compactMap { _ in letters.randomElement(using: &random) }
            return (headline: "", body: text.joined(separator: " "))
        }
        let index = try TextIndex(documents)
        let finder = WordFinder(letters.map { .init($0) })
        for _ in 0..<100 {
            let phrases = (0..<Int.random(in: 2...3, using: &random)).map { number in
                let count = Int.random(in: 1...3, using: &random)
                let words = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
                return TextPart.Phrase(number: number, words: words)
            }
            let part = TextPart(
                phrases: phrases, distance: Int.random(in: 0...6, using: &random), columns: .body)
            let strings = phrases.map { "\"\($0.words.map { letters[$0] }.joined(separator: " "))\"" }
            let match = "NEAR(\(strings.joined(separator: " ")), \(part.distance))"
            let expected = try index.highlights(match)
            let marked = documents.indices.compactMap { number -> (Int, [Range<Int>])? in
                let found = Array(documents[number].body.utf8).withUnsafeBufferPointer { finder.find(in: $0) }
                let ranges = part.instances(in: found).sorted().map(\.range).merged()
                return part.matches(found) ? (number, ranges) : nil
            }
            #expect(marked.map(\.0) == expected.map(\.document), "\(match)")
            #expect(marked.map(\.1) == expected.map(\.body), "\(match)")
        }
    }
}
