import Testing

@testable import news_archive

struct JSONTextTests {
    @Test func compactIsOneLineWithSortedKeys() {
        #expect(JSONText.compact(["b": [1, 2], "a": []]) == "{\"a\":[],\"b\":[1,2]}")
    }

    @Test func prettyHasALineForEachMember() {
        #expect(JSONText.pretty(["b": 2, "a": 1]).split(separator: "\n").count == 4)
    }

    @Test func slashesStayAsTheyAre() {
        #expect(JSONText.compact(["https://a.example/b"]) == "[\"https://a.example/b\"]")
    }

    @Test func everyControlCharacterIsEscaped() throws {
        for value in Array(0..<0x20) + Array(0x7F..<0xA0 as Range<UInt32>) {
            let text = String(try #require(Unicode.Scalar(value)))
            let json = JSONText.compact(["a\(text)b"])
            #expect(json.contains("\\") && !json.unicodeScalars.contains { $0.value == value }, "\(value)")
            #expect(try JSONValue(json).elements == [.string("a\(text)b")])
        }
    }

    @Test(arguments: ["“Жаңа”", "新しい", "e\u{301}", "👩‍🚀", "\u{A0}", "\u{2028}", "\"\\", "\u{7E}\u{7F}\u{80}"])
    func textComesBackAsItWas(text: String) throws {
        #expect(try JSONValue(JSONText.compact([text])).elements.first?.string.map(Array.init) == Array(text))
        #expect(try JSONValue(JSONText.pretty([text])).elements == [.string(text)])
    }
}
