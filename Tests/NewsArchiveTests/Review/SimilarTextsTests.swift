import Testing

@testable import NewsArchive

@Suite struct SimilarTextsTests {
    private func words(_ range: Range<Int>, _ random: inout SeededGenerator) -> [String] {
        range.map { _ in "word\(Int.random(in: 0..<100_000, using: &random))" }
    }

    private func sketch(_ words: [String]) -> TextSketch? {
        TextSketch(Shingles(Array(words.joined(separator: " ").utf8)))
    }

    @Test func textsThatShareMostAreFoundAndOthersAreNot() throws {
        var random = SeededGenerator(seed: 7)
        var texts = SimilarTexts()
        for number in 0..<100 {
            let whole = words(0..<200, &random)
            var edited = whole
            edited.replaceSubrange(100..<105, with: words(0..<5, &random))
            texts.add(ArticleID(rawValue: Int64(2 * number)), try #require(sketch(whole)))
            texts.add(ArticleID(rawValue: Int64(2 * number + 1)), try #require(sketch(edited)))
        }
        let wanted = (0..<100).map {
            ArticlePair(ArticleID(rawValue: Int64(2 * $0)), ArticleID(rawValue: Int64(2 * $0 + 1)))
        }
        #expect(texts.pairs() == wanted)
    }

    @Test func ofManyThatAreTheSameEachIsPairedWithTheNext() throws {
        var random = SeededGenerator(seed: 8)
        let one = try #require(sketch(words(0..<60, &random)))
        var texts = SimilarTexts()
        for number in 0..<1000 { texts.add(ArticleID(rawValue: Int64(number)), one) }
        #expect(texts.pairs().count == 999)
    }

    @Test func withoutTextsThereAreNoPairs() {
        #expect(SimilarTexts().pairs() == [])
    }

    @Test func aPairIsTheSameTheOtherWayRound() {
        let (first, second) = (ArticleID(rawValue: 1), ArticleID(rawValue: 2))
        #expect(ArticlePair(second, first) == ArticlePair(first, second))
    }
}
