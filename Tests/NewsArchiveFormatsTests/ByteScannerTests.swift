import Testing

@testable import NewsArchiveFormats

struct ByteScannerTests {
    @Test func aTextIsSkippedOnlyWhenItIsNext() {
        var scanner = ByteScanner(Array("date 2025".utf8))
        let skipped = [scanner.skip("dates"), scanner.skip("date"), scanner.skip("date")]
        #expect(skipped == [false, true, false])
        #expect(String(decoding: scanner.rest, as: UTF8.self) == " 2025")
    }

    @Test func nothingIsAtItsEndAndHasNoParts() {
        var scanner = ByteScanner([])
        let isSkipped = scanner.skip("a")
        let spaces = scanner.skipSpaces()
        let numbers = [scanner.number(digits: 1), scanner.groupedNumber().map(\.count)]
        #expect(scanner.isAtEnd)
        #expect(scanner.rest.isEmpty)
        #expect(!isSkipped)
        #expect(spaces == 0)
        #expect(numbers == [nil, nil])
    }

    @Test(arguments: [
        (" x", 1), ("\t x", 2), ("\u{A0}x", 2), ("\u{2009}\u{202F} x", 7), ("x", 0), ("\u{2003}x", 3),
        ("", 0),
    ])
    func spacesAreSkippedAndCounted(text: String, count: Int) {
        var scanner = ByteScanner(Array(text.utf8))
        let skipped = scanner.skipSpaces()
        #expect(skipped == count)
        #expect(scanner.rest.count == text.utf8.count - count)
    }

    @Test func aNumberHasExactlyItsDigits() {
        var scanner = ByteScanner(Array("2025-10".utf8))
        let year = [2, 5, 4, 2].map { scanner.number(digits: $0) }
        #expect(year == [nil, nil, 2025, nil])
        let isSkipped = scanner.skip("-")
        #expect(isSkipped)
        let month = [3, 1, 2].map { scanner.number(digits: $0) }
        #expect(month == [nil, nil, 10])
        #expect(scanner.isAtEnd)
    }

    @Test(arguments: [
        ("14206", "14206"), ("1 234 567", "1234567"), ("1'234", "1234"), ("1’234", "1234"),
        ("14206x", "14206"),
        ("999x", "999"), ("007", "007"),
    ])
    func aGroupedNumberIsItsDigits(text: String, digits: String) {
        var scanner = ByteScanner(Array(text.utf8))
        let found = scanner.groupedNumber()
        #expect(found == digits)
    }

    @Test(arguments: ["", "x", "1,23", "1,2345", "1,234.567", "1 234,567", "12 ", "12,"])
    func groupsHaveThreeDigitsAndOneSeparator(text: String) {
        var scanner = ByteScanner(Array(text.utf8))
        let found = scanner.groupedNumber()
        #expect(found == nil)
    }
}
