import Testing

@testable import NewsArchive

@Suite struct PassageTests {
    private func passage(_ query: Query?, _ body: String) -> Passage {
        Passage(of: body, query?.meaningful.flatMap(TextMatcher.init))
    }

    private func marked(_ passage: Passage) -> [String] {
        let bytes = Array(passage.text.utf8)
        return passage.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private func filler(_ count: Int, _ word: String = "word") -> String {
        (0..<count).map { "\(word)\($0)" }.joined(separator: " ")
    }

    @Test func aShortBodyIsShownWhole() {
        let passage = passage(.words("ferry"), "\n«The ferry» leaves.  \n")
        #expect(passage.text == "\n«The ferry» leaves.  \n")
        #expect(passage.isAtStart && passage.isAtEnd)
        #expect(marked(passage) == ["ferry"])
    }

    @Test func noBodyIsAnEmptyPassage() {
        #expect(
            passage(.words("ferry"), "")
                == Passage(text: "", highlights: [], range: 0..<0, isAtStart: true, isAtEnd: true))
    }

    @Test func itIsASliceOfTheBody() {
        let body = "\(filler(100, "é")) ferry \(filler(100, "я"))"
        let passage = passage(.words("ferry"), body)
        #expect(passage.text.utf8.elementsEqual(Array(body.utf8)[passage.range]))
        #expect(!passage.isAtStart && !passage.isAtEnd)
        #expect(marked(passage) == ["ferry"])
    }

    @Test func whatWasFoundIsInTheMiddleWhereNoSentenceBegins() {
        let passage = passage(.words("ferry"), "\(filler(100)) ferry \(filler(100, "more"))")
        let words = passage.text.split(separator: " ")
        #expect(words.count == 24)
        #expect(words.firstIndex(of: "ferry") == 11)
    }

    @Test func mostPhrasesComeFirst() {
        let body = "ferry ferry ferry. \(filler(60)). One ferry and its toll. \(filler(60))"
        #expect(
            passage(.all([.words("ferry"), .words("toll")]), body).text.hasPrefix("One ferry and its toll."))
    }

    @Test func mostPlacesComeNext() {
        let body = "One ferry. \(filler(60)). A ferry, a ferry. \(filler(60))"
        #expect(passage(.words("ferry"), body).text.hasPrefix("A ferry, a ferry."))
    }

    @Test func theSameWordsTwiceInAQueryAreOnePhrase() {
        let body = "One ferry. \(filler(60)). A ferry, a toll. \(filler(60))"
        let query = Query.any([.words("ferry"), .words("FERRY"), .words("toll")])
        #expect(passage(query, body).text.hasPrefix("A ferry, a toll."))
    }

    @Test(arguments: [". ", "! ", "? “", "… ", ".” ", ".\n", "\n", "。"])
    func aSentenceOrParagraphIsShownFromItsBeginning(end: String) {
        let body = "\(filler(60))\(end)The old ferry \(filler(60))"
        let passage = passage(.words("ferry"), body)
        #expect(passage.text.hasPrefix("The old ferry") || passage.text.hasPrefix("“The old ferry"))
    }

    @Test(arguments: [". ", ", ", " ", "— "])
    func aSmallLetterBeginsNoSentence(end: String) {
        let body = "\(filler(60))\(end)the old ferry \(filler(60))"
        #expect(passage(.words("ferry"), body).text.hasPrefix("word"))
    }

    @Test func theEarliestOfEqualsIsShown() {
        let body = "\(filler(40)). First ferry \(filler(40)). Second ferry \(filler(40))"
        #expect(passage(.words("ferry"), body).text.hasPrefix("First ferry"))
    }

    @Test(arguments: ["Sa’ar", "U.S.A", "12:21:30", "covid-19", "1,000,000", "e\u{301}-é", "a'b'c'd"])
    func noWordOfAReaderIsCut(word: String) {
        for before in 0..<30 {
            let body =
                "\(filler(before)) \(word) \(filler(7)) ferry \(filler(before)) \(word) \(filler(30, "more"))"
            let text = passage(.words("ferry"), body).text
            let words = text.split(separator: " ").map(String.init)
            let whole = Set(body.split(separator: " ").map(String.init))
            #expect(words.allSatisfy(whole.contains), "\(text)")
        }
    }

    @Test func quotesAndStopsStayWithTheirWords() {
        let body = "\(filler(60)). “Our ferry \(filler(20, "x")) x!” \(filler(30))"
        let text = passage(.words("ferry"), body).text
        #expect(text.hasPrefix("“Our ferry"))
        #expect(text.hasSuffix("x!” word0"))
    }

    @Test func aRunWithoutSpacesIsCutBetweenItsCharacters() {
        let body = String(repeating: "東京都", count: 100) + "北京" + String(repeating: "東京都", count: 100)
        let passage = passage(.words("北京"), body)
        #expect(marked(passage) == ["北京"])
        #expect(passage.text.count == 25)
        #expect(body.contains(passage.text))
    }

    @Test func aPhraseLongerThanAPassageIsShownFromItsBeginning() {
        let phrase = filler(40, "x")
        let passage = passage(.words(phrase), "\(filler(50)) \(phrase) \(filler(50))")
        #expect(passage.text.hasPrefix("x0 x1"))
        #expect(passage.highlights == [0..<passage.text.utf8.count])
    }

    @Test func whatIsNearIsShownTogether() {
        let body = "\(filler(50)) a \(filler(50)) b x a \(filler(50))"
        #expect(marked(passage(.near("a b", within: 3), body)) == ["b", "a"])
    }

    @Test func withoutAnythingFoundTheBeginningIsShown() {
        let body = filler(100)
        for query in [nil, Query.words("zeppelin"), .headline(.words("word1"))] {
            let passage = passage(query, body)
            #expect(passage.isAtStart && !passage.isAtEnd)
            #expect((140...160).contains(passage.text.count))
            #expect(body.utf8.dropFirst(passage.text.utf8.count).first == UInt8(ascii: " "))
            #expect(passage.highlights.isEmpty)
        }
    }

    @Test(arguments: [
        String(repeating: "東", count: 500), String(repeating: "e\u{301}", count: 500),
        "a" + String(repeating: "\u{301}", count: 5000), String(repeating: "\0", count: 5000),
        String(repeating: "🙂", count: 5000), String(repeating: " ", count: 5000),
    ])
    func aBodyWithoutSpacesBeginsAllTheSame(body: String) {
        let passage = passage(nil, body)
        #expect(body.utf8.starts(with: passage.text.utf8))
        #expect((100...1200).contains(passage.text.utf8.count) && !passage.isAtEnd)
    }

    @Test func wordsOfAMegabyteAreNoPassage() {
        let giant = String(repeating: "é", count: 1 << 19)
        for body in [giant, "ferry \(giant)", "\(giant) ferry", "\(giant) ferry \(giant)"] {
            for query in [Query.words("ferry"), .beginning("e"), .words("e")] {
                let passage = passage(query, body)
                #expect(passage.text.utf8.count <= 2400)
                #expect(passage.text.utf8.elementsEqual(Array(body.utf8)[passage.range]))
            }
        }
        #expect(marked(passage(.words("ferry"), "\(giant) ferry \(giant)")) == ["ferry"])
    }

    @Test func whateverStandsBetweenWordsIsNoTrap() {
        let marks = String(repeating: "\u{301}", count: 3000)
        for gap in ["\0", "......", String(repeating: "—", count: 3000), "\(marks) ", " \(marks) "] {
            let body = (0..<50).map { "\($0 == 25 ? "ferry" : "w\($0)")\(gap)" }.joined()
            let passage = passage(.words("ferry"), body)
            #expect(passage.text.utf8.elementsEqual(Array(body.utf8)[passage.range]))
            #expect(passage.text.utf8.count < 10_000)
            #expect(marked(passage) == ["ferry"])
        }
    }

    @Test func randomPassagesAreSlicesWithTheirHighlights() {
        let pieces = [
            "a", "b", "Ab", "á", "a\u{301}", "'", "’", " ", " ", " ", ". ", "\n", "\0", "京", "都", "京京", "ガ",
            "カ\u{3099}", "\"", "“", "”", "\u{200D}", "🙂", "\r\n",
        ]
        var queries = PiecedQueries(pieces: pieces, random: SeededGenerator(seed: 5))
        for _ in 0..<1000 {
            let query = queries.query().meaningful
            let body = queries.text(upTo: 200)
            let passage = Passage(of: body, query.flatMap(TextMatcher.init))
            let bytes = Array(body.utf8)
            #expect(passage.text.utf8.elementsEqual(bytes[passage.range]))
            #expect(passage.isAtStart == (passage.range.lowerBound == 0))
            #expect(passage.isAtEnd == (passage.range.upperBound == bytes.count))
            var end = 0
            for range in passage.highlights {
                #expect(
                    range.lowerBound >= end && range.upperBound <= passage.text.utf8.count && !range.isEmpty)
                #expect(isOnScalars(range, passage.text))
                end = range.upperBound
            }
        }
    }

    private func isOnScalars(_ range: Range<Int>, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return [range.lowerBound, range.upperBound].allSatisfy {
            $0 == bytes.count || bytes[$0] & 0xC0 != 0x80
        }
    }
}
