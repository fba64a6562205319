import NewsArchiveSQLite
import Testing

@Suite struct TokenizerTests {
    private func words(_ text: String, inQuery: Bool = false) -> [String] {
        Tokenizer.tokens(of: text, inQuery: inQuery).map(\.text)
    }

    @Test(arguments: [
        ("The Istrad–Norvik Line", ["the", "istrad", "norvik", "line"]),
        ("Sa’ar, Sa'ar, Sa`ar, saʼar", ["sa", "ar", "sa", "ar", "sa", "ar", "sa", "ar"]),
        ("U.S. 38.101 50% C++ @nasa", ["u", "s", "38", "101", "50", "c", "nasa"]),
        ("Türkiye Yıldızlar İnşaat", ["turkiye", "yildizlar", "insaat"]),
        ("Straße Œuvre ﬁnance", ["strasse", "oeuvre", "finance"]),
        ("ёлка мой її", ["елка", "мой", "її"]),
        ("Οδυσσεύς", ["οδυσσευσ"]),
        ("co\u{AD}operation zero\u{200B}width", ["cooperation", "zerowidth"]),
        ("ＡＢＣ １２", ["abc", "12"]),
        ("…—()", []),
        ("", []),
    ])
    func wordsAreFoldedRunsOfLettersAndNumbers(text: String, expected: [String]) {
        #expect(words(text).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        #expect(words(text, inQuery: true) == words(text))
    }

    @Test func charactersOfAScriptWithoutSpacesGoInPairs() {
        #expect(words("在北京市") == ["在北", "北京", "京市", "市"])
        #expect(words("在北京市", inQuery: true) == ["在北", "北京", "京市"])
        #expect(words("北") == ["北"])
        #expect(words("北", inQuery: true) == ["北"])
        #expect(words("2025年 東京") == ["2025", "年", "東京", "京"])
    }

    @Test func theLastCharacterStandsInThePlaceOfItsPair() {
        #expect(Tokenizer.tokens(of: "北京 is").map(\.isColocated) == [false, true, false])
    }

    @Test func aVoicedKanaIsTheSameComposedAndDecomposed() {
        #expect(words("ガス").map { Array($0.utf8) } == words("カ\u{3099}ス").map { Array($0.utf8) })
        #expect(words("スガ").map { Array($0.utf8) } != words("スカ").map { Array($0.utf8) })
    }

    @Test func offsetsAreIntoTheOriginalText() {
        let text = "Péter, ﬁnance 東京"
        let bytes = Array(text.utf8)
        let originals = Tokenizer.tokens(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(originals == ["Péter", "ﬁnance", "東京", "京"])
    }

    @Test func aWordOfAMegabyteIsCutAndNothingElse() {
        let text = "before " + String(repeating: "a", count: 1 << 20) + " after"
        let tokens = Tokenizer.tokens(of: text)
        #expect(
            tokens.map(\.text.utf8.count) == [6, 1021, 5],
            "at most 1,024 bytes, whatever the last letter takes")
        #expect(tokens[1].range.count == 1 << 20)
    }

    @Test func anIndexOfAnotherVersionIsRefused() throws {
        let connection = try Connection(.memory)
        try connection.registerSearch()
        try connection.execute("CREATE VIRTUAL TABLE a USING fts5 (t, tokenize = 'newsarchive 1')")
        #expect(throws: SQLiteError.self) {
            try connection.execute("CREATE VIRTUAL TABLE b USING fts5 (t, tokenize = 'newsarchive 2')")
        }
        #expect(throws: SQLiteError.self) {
            try connection.execute("CREATE VIRTUAL TABLE c USING fts5 (t, tokenize = 'newsarchive')")
        }
    }

    @Test func wordsAreWhatFoldingMakesOfThem() {
        for text in ["Péter Szijjártó", "İnşaat", "Ærøskøbing", "Ελλάδα", "Қазақстан", "ﬀ №5", "한국어"] {
            #expect(words(text).joined(separator: " ") == String(decoding: Folding.fold(text), as: UTF8.self))
        }
    }
}
