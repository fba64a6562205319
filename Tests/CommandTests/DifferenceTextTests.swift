import Testing

@testable import NewsArchive
@testable import news_archive

@Suite struct DifferenceTextTests {
    private func shown(_ old: String, _ new: String, isOn: Bool = false) -> String {
        DifferenceText.text(TextDifference(from: old, to: new), style: TextStyle(isOn: isOn))
    }

    @Test func changedWordsAreSetOffAsWdiffDoes() {
        #expect(shown("Two boats leave.", "Three boats leave.") == "[-Two-] {+Three+} boats leave.")
        #expect(shown("the pier, it", "the pier; it") == "the pier[-,-]{+;+} it")
        #expect(shown("boats leave", "boats never leave") == "boats {+never+} leave")
        #expect(shown("新しい船", "新しい橋") == "新しい[-船-]{+橋+}")
    }

    @Test func onATerminalTheyAreSetOffByColour() {
        #expect(shown("a b", "a c", isOn: true) == "a \u{1B}[9;31mb\u{1B}[29;39m \u{1B}[1;32mc\u{1B}[22;39m")
    }

    @Test func longPartsThatDidNotChangeAreLeftOut() {
        let long = (0..<200).map { "word\($0)" }.joined(separator: " ")
        let text = shown("first \(long) last", "First \(long) Last")
        #expect(text.hasPrefix("[-first-] {+First+} word0 word1 "))
        #expect(text.hasSuffix(" word198 word199 [-last-] {+Last+}"))
        #expect(text.contains("…"))
        #expect(text.count < 250)
        #expect(shown("\(long) a", "\(long) b").hasPrefix("… word"))
        #expect(shown("a \(long)", "b \(long)").hasSuffix(" …"))
        let whole = DifferenceText.text(
            TextDifference(from: "\(long) a", to: "\(long) b"), style: TextStyle(isOn: false), isElided: false
        )
        #expect(whole.hasPrefix("word0 "))
    }

    @Test func changedLinesHaveMarksOfTheirOwn() {
        #expect(shown("One.", "One.\nTwo.\nThree.") == "One.\n{+Two.+}\n{+Three.+}")
    }

    @Test func whiteSpaceThatChangedIsSeen() {
        #expect(shown("one two", "one\ntwo") == "one[-␣-]{+¶+}\ntwo")
        #expect(shown("one\ntwo", "one two") == "one[-¶-]{+␣+}two")
    }

    @Test func whatCannotBeSeenIsNamed() {
        #expect(shown("the \u{200B} pier", "the pier") == "the [-U+200B-] pier")
        #expect(shown("pier", "pier\u{200B} x").contains("{+pier\u{200B} x+}"))
    }

    @Test func noControlCharacterIsLeft() {
        for isOn in [false, true] {
            let text = shown("a \(Controls.text) b", "a x\(Controls.text) c", isOn: isOn)
            let expected = isOn ? Set([UInt32(0x1B)]) : []
            #expect(Set(Controls.found(in: Array(text.utf8))) == expected)
        }
    }
}
