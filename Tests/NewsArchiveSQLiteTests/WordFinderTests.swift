import NewsArchiveSQLite
import Testing

@Suite struct WordFinderTests {
    private func found(_ words: [WordFinder.Word], in text: String) -> FoundWords {
        Array(text.utf8).withUnsafeBufferPointer { WordFinder(words).find(in: $0) }
    }

    private func places(_ word: String, isBeginning: Bool = false, in text: String) -> [FoundWords.Place] {
        Array(found([.init(word, isBeginning: isBeginning)], in: text)[0])
    }

    @Test func aWordIsFoundAsTheIndexReadsIt() {
        #expect(
            places("peter", in: "Péter, PETER") == [
                .init(position: 0, range: 0..<6), .init(position: 1, range: 8..<13),
            ])
        #expect(places("pete", in: "Péter").isEmpty)
        #expect(places("peters", in: "Péter").isEmpty)
    }

    @Test func aBeginningIsFoundInEveryWordThatHasIt() {
        let text = "Open, opened; OPERA hope"
        #expect(places("open", isBeginning: true, in: text).map(\.position) == [0, 1])
        #expect(places("op", isBeginning: true, in: text).map(\.position) == [0, 1, 2])
    }

    @Test func wordsThatBeginWithEachOtherAreAllFound() {
        let words: [WordFinder.Word] = [
            .init("open", isBeginning: true), .init("opened"), .init("o", isBeginning: true), .init("open"),
            .init("opener"), .init("zebra"), .init("op"),
        ]
        let found = found(words, in: "opened open zebra")
        let positions = words.indices.map { found[$0].map(\.position) }
        #expect(positions == [[0, 1], [0], [0, 1], [1], [], [2], []])
    }

    @Test func aNULSeparatesWordsAndEndsNothing() {
        let found = found([.init("after")], in: "before\0after\0\0after")
        #expect(found[0].map(\.position) == [1, 2])
        #expect(found.positions == 3)
    }

    @Test func theEndOfARunStandsInThePlaceOfItsPair() {
        #expect(places("市", in: "在北京市 x") == [.init(position: 2, range: 9..<12)])
        #expect(places("x", in: "在北京市 x") == [.init(position: 3, range: 13..<14)])
    }

    @Test func aSingleCharacterIsFoundAloneInItsPairs() {
        #expect(places("北", isBeginning: true, in: "在北京") == [.init(position: 1, range: 3..<6)])
        #expect(
            places("京", isBeginning: true, in: "京京") == [
                .init(position: 0, range: 0..<3), .init(position: 0, range: 3..<6),
            ])
        #expect(places("カ", isBeginning: true, in: "カ\u{3099} ガス").map(\.range) == [0..<3, 7..<10])
    }

    @Test func placesAreCountedWhereNothingIsFound() {
        #expect(found([.init("x")], in: "a b 京都").positions == 3)
        #expect(found([], in: "a b").positions == 2)
        #expect(found([.init("x")], in: "").positions == 0)
        #expect(found([.init("x")], in: "").isEmpty)
    }

    @Test func noNumberOfPlacesIsTooMany() {
        let found = found([.init("a"), .init("b")], in: String(repeating: "a b ", count: 5000))
        #expect(found[0].count == 5000 && found[1].count == 5000)
        #expect(found[1].last?.position == 9999)
    }

    @Test func bytesThatAreNoUTF8AreRead() {
        let text: [UInt8] = [0x61, 0xFF, 0x62, 0xE4, 0xBA, 0x20, 0x63, 0xC3]
        let found = text.withUnsafeBufferPointer { WordFinder([.init("c"), .init("a")]).find(in: $0) }
        #expect(found[0].map(\.range) == [6..<7])
    }

    @Test func randomTextsAreReadAsTheTokenizerReadsThem() {
        var random = SeededGenerator(seed: 11)
        let pieces = ["a", "B", "é", "e\u{301}", "'", "’", " ", "京", "都", "カ\u{3099}", "\0", "-", "ß", "1"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...20, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let tokens = Tokenizer.tokens(of: text)
            let words = Array(Set(tokens.map(\.text)))
            let found = found(words.map { .init($0) }, in: text)
            for (number, word) in words.enumerated() {
                let expected = tokens.filter { $0.text.utf8.elementsEqual(word.utf8) }.map(\.range)
                #expect(found[number].map(\.range) == expected, "\(word) in \(text.debugDescription)")
            }
            #expect(found.positions == tokens.filter { !$0.isColocated }.count)
        }
    }
}
