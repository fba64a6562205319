import Foundation
import NewsArchiveSQLite
import Testing

struct FoldingTests {
    @Test(arguments: [
        ("Harbour NEWS", "harbour news"), ("ПЁТР", "петр"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"), ("ÅÄÖ", "aao"),
        ("Ａｂｃ１２３", "abc123"), ("ｶﾀｶﾅ", "カタカナ"),
    ])
    func caseAndWidthDoNotCount(text: String, folded: String) {
        #expect(fold(text) == Folded(expected: folded))
    }

    @Test(arguments: [
        ("café", "cafe"), ("Zürich", "zurich"), ("naïve", "naive"), ("İnşaat", "insaat"),
        ("Yıldızlar", "yildizlar"), ("IĞDIR", "igdir"), ("łódź", "lodz"), ("smørrebrød", "smorrebrod"),
        ("Đà Nẵng", "da nang"), ("καφές", "καφεσ"), ("שָׁלוֹם", "שלום"), ("مُحَمَّد", "محمد"),
    ])
    func accentsDoNotCount(text: String, folded: String) {
        #expect(fold(text) == Folded(expected: folded))
    }

    @Test(arguments: [
        ("ﬁsh", "fish"), ("eﬃcient", "efficient"), ("œuvre", "oeuvre"), ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"), ("№5", "no5"), ("x²", "x2"),
    ])
    func ligaturesAreTheirLetters(text: String, folded: String) {
        #expect(fold(text) == Folded(expected: folded))
    }

    @Test(arguments: [
        ("λόγος", "λογοσ"), ("ёлка", "елка"), ("ЁЖ", "еж"), ("е\u{308}лка", "елка"),
    ])
    func oneLetterInTwoFormsIsOne(text: String, folded: String) {
        #expect(fold(text) == Folded(expected: folded))
    }

    @Test(arguments: [
        ("мой", "мои"), ("їжак", "іжак"), ("ўсё", "усё"), ("ќе", "ке"), ("ѓон", "гон"), ("җан", "жан"),
        ("қала", "кала"), ("ң", "н"), ("が", "か"), ("パ", "ハ"),
    ])
    func lettersOfTheirOwnStayApart(one: String, other: String) {
        #expect(fold(one) != fold(other))
        #expect(fold(one.uppercased()) == fold(one))
    }

    @Test(arguments: ["мой", "Йод", "їжак", "Київ", "ўсё", "ќе", "ѓон", "ӂ", "ӑ", "ӗ"])
    func aDecomposedLetterOfItsOwnIsTheSameLetter(word: String) {
        #expect(fold(word.decomposedStringWithCanonicalMapping) == fold(word))
    }

    @Test func aMarkAfterASeparatorMakesNoOtherLetter() {
        #expect(fold("и \u{306}") == "и")
        #expect(fold("и\u{AD}\u{306}") == fold("й"))
    }

    @Test(arguments: ["한국", "서울 시청", "값", "뷁", "강아지"])
    func hangulInPiecesIsTheSameWord(word: String) {
        #expect(fold(word.decomposedStringWithCanonicalMapping) == Folded(expected: word))
        #expect(fold(word) == Folded(expected: word))
    }

    @Test(arguments: [
        "'", "`", "\u{B4}", "\u{2BC}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}", "\u{2035}",
        "\u{FF07}", "\u{2BB}", "\u{2B9}",
    ])
    func anApostropheOfAnyKindVanishes(apostrophe: String) {
        #expect(fold("Don\(apostrophe)t") == "dont")
    }

    @Test(arguments: [
        "-", "–", "—", "\u{2010}", "\u{2011}", ", ", ".", "/", ":", "…", "“", "„", "«", "»", "(",
        " ", "\t", "\n", "\u{A0}", "\u{2009}", "\u{3000}", "、", "。", "_", "\0",
    ])
    func dashesPunctuationAndSpacesSeparate(separator: String) {
        #expect(fold("north\(separator)south") == "north south")
        #expect(fold("\(separator)north\(separator)\(separator)south\(separator)") == "north south")
    }

    @Test(arguments: [
        "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{FE0F}", "\u{200E}",
    ])
    func whatIsInvisibleVanishes(invisible: String) {
        #expect(fold("\(invisible)news\(invisible)paper\(invisible)") == "newspaper")
    }

    @Test(arguments: [
        ("C++", "c++"), ("2 + 2 = 4", "2 + 2 = 4"), ("5 €", "5 €"), ("A<B", "a<b"), ("🚲 race", "🚲 race"),
    ])
    func symbolsStay(text: String, folded: String) {
        #expect(fold(text) == Folded(expected: folded))
    }

    @Test(arguments: ["", " ", "…", "—\u{200B}—", "''", "\u{301}"])
    func whatHoldsNoWordFoldsToNothing(text: String) {
        #expect(fold(text) == "")
    }

    @Test(arguments: [
        ("東京タワー", "東京タワー", "東 京 タ ワ ー"), ("新Model車", "新model車", "新 model 車"), ("ไทย", "ไทย", "ไ ท ย"),
        ("한국어", "한국어", "한국어"), ("plain words", "plain words", "plain words"),
    ])
    func ideographsAreWordsOnlyWhenAsked(text: String, whole: String, split: String) {
        #expect(fold(text) == Folded(expected: whole))
        let words = Folding.fold(Array(text.utf8), splitsIdeographs: true)
        #expect(Folded(bytes: words) == Folded(expected: split))
    }

    private func fold(_ text: String) -> Folded {
        Folded(bytes: Folding.fold(text))
    }
}

// Properties.
extension FoldingTests {
    private static let words = [
        "Ångström", "façade", "Việt Nam", "Łukasz", "Ελλάδα", "Йогурт", "Київ", "ёж", "Ўзбек", "İstanbul",
        "ığdır",
        "한국어 신문", "が行とパン", "ﬁnal", "ŉ", "ǆungla", "ﬓ", "हिन्दी", "বাংলা", "தமிழ்", "ไทยรัฐ", "ဗမာ", "ខ្មែរ",
        "العَرَبِيَّة", "עִבְרִית", "½ price", "⑴ first", "№ 7", "㍿", "ß", "ς", "Ω", "K", "Å", "﷼", "ẛ̣", "q̣̇",
        "und\u{AD}weit", "Don’t—stop…", "C++ & C#", "👩‍🚀", "e\u{301}\u{327}", "\u{1100}\u{1161}\u{11A8}",
    ]

    @Test(arguments: words)
    func composedAndDecomposedAreTheSame(word: String) {
        let folded = fold(word)
        #expect(fold(word.precomposedStringWithCanonicalMapping) == folded)
        #expect(fold(word.decomposedStringWithCanonicalMapping) == folded)
    }

    @Test(arguments: words)
    func foldingTwiceChangesNothing(word: String) {
        for splits in [false, true] {
            let once = Folding.fold(Array(word.utf8), splitsIdeographs: splits)
            #expect(Folding.fold(once, splitsIdeographs: splits) == once)
        }
    }

    @Test func foldingTwiceChangesNoScalar() {
        let unstable = Self.scalars(upTo: 0x10FFFF).filter { scalar in
            let once = Folding.fold(Array(String(scalar).utf8))
            return Folding.fold(once) != once
        }
        #expect(unstable.filter { !Self.isKnownToBeUnstable($0) } == [])
        #expect(unstable == [])
    }

    @Test func composedAndDecomposedAreTheSameForEveryScalar() {
        let different = Self.scalars(upTo: 0x1FFFF).filter { scalar in
            let text = String(scalar)
            return Folding.fold(text.decomposedStringWithCanonicalMapping) != Folding.fold(text)
        }
        #expect(different.filter { !Self.isKnownToDifferDecomposed($0) } == [])
        #expect(different == [])
    }

    private static func scalars(upTo last: UInt32) -> [Unicode.Scalar] {
        (0...last).compactMap(Unicode.Scalar.init)
    }

    private static func isKnownToBeUnstable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x374, 0x320E...0x321E, 0x326E...0x327E, 0xFC5E...0xFC63: true
        case 0xFE70...0xFE7E: scalar.value % 2 == 0
        default: false
        }
    }

    private static func isKnownToDifferDecomposed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{374}"
            || String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.contains("\u{345}")
    }

    @Test(arguments: ["\u{FC5E}", "\u{FE70}", "north \u{FE7A} south"])
    func anArabicMarkOnASpaceIsNoWord(text: String) {
        let folded = fold(text).description
        #expect(!folded.hasPrefix(" ") && !folded.contains("  "))
    }

    @Test func enclosedHangulIsTheSyllableInIt() {
        #expect(fold("㈀") == fold("ᄀ"))
        #expect(fold("㉮") == fold("가"))
    }

    @Test func anArabicLigatureThatGrowsALotFitsHoweverOftenItComes() {
        let one = fold("\u{FDFA}").description
        #expect(one.utf8.count > 3 * 3)
        for count in [2, 30, 500] {
            let folded = fold(String(repeating: "\u{FDFA} ", count: count))
            let expected = Array(repeating: one, count: count).joined(separator: " ")
            #expect(folded == Folded(expected: expected))
        }
    }

    @Test func anArabicLigatureIsTheWordsThatItStandsFor() {
        #expect(fold("\u{FDFA}") == fold("صلى الله عليه وسلم"))
        #expect(fold("\u{FDF2}") == fold("الله"))
    }

    @Test func aFoldedTextHasSingleSpacesAndNoneAtItsEnds() {
        var generator = SeededGenerator(seed: 20_251_010)
        let pool = Self.words + [" ", "  ", "—", "'", "…", "\u{200B}", "\n", "東"]
        for _ in 0..<2000 {
            let text = (0..<8).compactMap { _ in pool.randomElement(using: &generator) }.joined()
            for splits in [false, true] {
                let bytes = Folding.fold(Array(text.utf8), splitsIdeographs: splits)
                let folded = String(decoding: bytes, as: UTF8.self)
                #expect(!folded.hasPrefix(" ") && !folded.hasSuffix(" ") && !folded.contains("  "), "\(text)")
            }
        }
    }

    @Test func bytesThatAreNotUTF8AreFoldedWithoutACrash() {
        var generator = SeededGenerator(seed: 7)
        let heads: [UInt8] = [
            0x20, 0x41, 0x80, 0xBF, 0xC2, 0xC3, 0xCC, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
        ]
        for round in 0..<5000 {
            let bytes = (0..<round % 40).map { _ in
                Bool.random(using: &generator)
                    ? heads.randomElement(using: &generator) ?? 0
                    : UInt8.random(in: 0...255, using: &generator)
            }
            let once = Folding.fold(bytes, splitsIdeographs: round % 2 == 0)
            #expect(String(validating: once, as: UTF8.self) != nil, "\(bytes)")
        }
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xE2, 0x82], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ] as [[UInt8]])
    func aByteThatIsNotUTF8CountsAsAReplacementCharacter(bytes: [UInt8]) {
        let replaced = String(repeating: "\u{FFFD}", count: bytes.count)
        #expect(Folding.fold(bytes) == Folding.fold(replaced))
    }
}
