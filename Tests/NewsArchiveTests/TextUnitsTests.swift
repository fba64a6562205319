import Testing

@testable import NewsArchive

@Suite struct TextUnitsTests {
    private func words(_ text: String) -> [String] {
        let units = TextUnits(Array(text.utf8))
        return units.units.indices.map { String(decoding: units.word($0), as: UTF8.self) }
    }

    @Test(arguments: [
        ("New ferry, at last.", ["New", "ferry", ",", "at", "last", "."]),
        ("don't won’t 14,206.5!", ["don't", "won’t", "14,206.5", "!"]),
        ("'quoted'", ["'", "quoted", "'"]),
        ("  two\n\nparts ", ["", "two", "parts"]),
        ("北京市", ["北", "京", "市"]),
        ("船がA1便", ["船", "が", "A1", "便"]),
        ("น้ำ", ["น้", "ำ"]),
        ("Привет, мир", ["Привет", ",", "мир"]),
        ("e\u{301}té", ["e\u{301}té"]),
        ("서울 시장", ["서울", "시장"]),
        ("", []),
    ])
    func aTextIsCutIntoWords(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func theUnitsFollowOneAnotherWithoutAGap() {
        var texts = RandomText(seed: 3)
        for _ in 0..<500 {
            let bytes = Array(texts.text().utf8)
            let units = TextUnits(bytes)
            #expect(units.range(0..<units.units.count) == 0..<bytes.count)
            for (unit, next) in zip(units.units, units.units.dropFirst()) {
                #expect(unit.end == next.start)
                #expect(unit.start < unit.end)
            }
        }
    }

    @Test func noUnitsStandAtAPlace() {
        let units = TextUnits(Array("one two".utf8))
        #expect(units.range(0..<0) == 0..<0)
        #expect(units.range(1..<1) == 4..<4)
        #expect(units.range(2..<2) == 7..<7)
    }
}
