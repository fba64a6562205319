import Testing

@testable import NewsArchive

@Suite struct TextDifferenceTests {
    /// The runs as wdiff writes them, without a space of its own.
    private func marked(_ old: String, _ new: String) -> String {
        TextDifference(from: old, to: new).runs.map { run in
            switch run.kind {
            case .kept: run.text
            case .removed: "[-\(run.text)-]"
            case .added: "{+\(run.text)+}"
            }
        }.joined()
    }

    private func joined(_ difference: TextDifference, without kind: TextDifference.Kind) -> [UInt8] {
        difference.runs.filter { $0.kind != kind }.flatMap { Array($0.text.utf8) }
    }

    private func givesBackBoth(_ old: String, _ new: String, reach: Int = 1024, steps: Int = 1 << 20) -> Bool
    {
        let difference = TextDifference(
            from: ParsedText(old), to: ParsedText(new), reach: reach, steps: steps)
        return joined(difference, without: .added) == Array(old.utf8)
            && joined(difference, without: .removed) == Array(new.utf8)
    }

    @Test func aChangedWordIsSetOffAlone() {
        #expect(marked("Two boats leave.", "Three boats leave.") == "[-Two-]{+Three+} boats leave.")
        #expect(marked("a b c", "a x c") == "a [-b-]{+x+} c")
        #expect(marked("boats leave", "boats never leave") == "boats {+never +}leave")
        #expect(marked("boats never leave", "boats leave") == "boats [-never -]leave")
    }

    @Test func punctuationIsNoPartOfAWord() {
        #expect(marked("the pier, it said", "the pier; it said") == "the pier[-,-]{+;+} it said")
        #expect(marked("the pier", "the pier.") == "the pier{+.+}")
        #expect(
            marked("it cost 14,206 crowns", "it cost 14,207 crowns") == "it cost [-14,206-]{+14,207+} crowns")
        #expect(marked("don't", "don’t") == "[-don't-]{+don’t+}")
    }

    @Test func textsThatAreTheSameHaveNoChange() {
        #expect(TextDifference(from: "", to: "").runs.isEmpty)
        #expect(TextDifference(from: "ferry", to: "ferry").runs.map(\.kind) == [.kept])
        #expect(!TextDifference(from: "ferry", to: "ferry").isChange)
    }

    @Test func aTextThatCameOrWentIsOneRun() {
        #expect(marked("", "New ferry.") == "{+New ferry.+}")
        #expect(marked("New ferry.", "") == "[-New ferry.-]")
        #expect(TextDifference(from: "", to: "x").isChange)
    }

    @Test func otherWhiteSpaceIsAChangeOfTheWhiteSpaceAlone() {
        #expect(marked("one two", "one\ntwo") == "one[- -]{+\n+}two")
        #expect(marked(" one", "one") == "[- -]one")
    }

    @Test func aSentenceThatWasWrittenAnewIsNoMixture() {
        #expect(
            marked("boats of the harbour sail today", "trains from the station leave soon")
                == "[-boats of the harbour sail today-]{+trains from the station leave soon+}")
        // As many kept words as changed ones say something.
        #expect(marked("a b c d", "x b c y") == "[-a-]{+x+} b c [-d-]{+y+}")
    }

    @Test func scriptsWithoutSpacesAreComparedByCharacter() {
        #expect(marked("北京市长宣布新渡轮", "北京市长宣布旧渡轮") == "北京市长宣布[-新-]{+旧+}渡轮")
        #expect(marked("เรือใหม่มาแล้ว", "เรือเก่ามาแล้ว").hasPrefix("เรือ"))
        #expect(marked("新しい船", "新しい橋") == "新しい[-船-]{+橋+}")
    }

    @Test func composedAndDecomposedLettersDiffer() {
        #expect(marked("caf\u{E9}", "cafe\u{301}").utf8.elementsEqual("[-caf\u{E9}-]{+cafe\u{301}+}".utf8))
    }

    @Test func theRunsGiveBothTextsBackToTheByte() {
        var texts = RandomText(seed: 5)
        for _ in 0..<600 {
            let (old, new) = (texts.text(), texts.text())
            #expect(givesBackBoth(old, new), "\(old.debugDescription) \(new.debugDescription)")
            #expect(givesBackBoth(old, old + new))
        }
    }

    @Test func editedTextsAreGivenBackToo() {
        let pieces = ["boat ", "boat", "pier, ", "the ", "the\n", "a", "北", "京", ".", " ", "é", "\r\n"]
        var random = SeededGenerator(seed: 9)
        for round in 0..<400 {
            let count = Int.random(in: 0...40, using: &random)
            let words = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }
            var edited = words
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let place = Int.random(in: 0...edited.count, using: &random)
                if Bool.random(using: &random), place < edited.count {
                    edited.remove(at: place)
                } else {
                    edited.insert(pieces.randomElement(using: &random) ?? "", at: place)
                }
            }
            #expect(givesBackBoth(words.joined(), edited.joined()))
            // However little may be searched.
            #expect(givesBackBoth(words.joined(), edited.joined(), reach: 1 + round % 3, steps: round % 60))
        }
    }

    @Test func bytesThatAreNoUTF8AreNoTrap() {
        let texts: [[UInt8]] = [
            [0xFF], [0xC3], [0xE2, 0x80], [0x61, 0xF0, 0x9F, 0x62], [0xED, 0xA0, 0x80], [0xE2, 0x80, 0x99],
            [0x61, 0xE2, 0x80, 0x99], [0x27], [0x61, 0x27], [0xCC, 0x81], [0xC0, 0x80, 0x20],
        ]
        for old in texts {
            for new in texts {
                let difference = TextDifference(
                    from: ParsedText(validUTF8: old), to: ParsedText(validUTF8: new))
                #expect(difference.isChange == (old != new))
            }
        }
    }

    @Test func beyondItsBoundsTheRestCountsAsReplaced() {
        let old = "start " + (0..<2000).map { "old\($0) " }.joined() + "end"
        let new = "start " + (0..<2000).map { "new\($0) " }.joined() + "end"
        let difference = TextDifference(from: ParsedText(old), to: ParsedText(new), reach: 8, steps: 100)
        #expect(difference.runs.map(\.kind) == [.kept, .removed, .added, .kept])
        #expect(difference.runs.first?.text == "start ")
        #expect(difference.runs.last?.text == " end")
        #expect(givesBackBoth(old, new, reach: 8, steps: 100))
    }

    @Test func aChangeInALongTextIsFound() {
        let words = (0..<20_000).map { "word\($0 % 977)" }
        var other = words
        other[7000] = "changed"
        other.remove(at: 15_000)
        let difference = TextDifference(
            from: words.joined(separator: " "), to: other.joined(separator: " "))
        #expect(difference.runs.filter { $0.kind == .added }.map(\.text) == ["changed"])
        #expect(difference.runs.count { $0.kind == .removed } == 2)
    }
}
