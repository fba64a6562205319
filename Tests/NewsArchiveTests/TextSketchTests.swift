import Testing

@testable import NewsArchive

@Suite struct TextSketchTests {
    private func sketch(_ text: String) -> TextSketch? { TextSketch(Shingles(Array(text.utf8))) }

    @Test func aTextOfFewWordsHasNone() {
        #expect(sketch("just a few words of a ferry") == nil)
        #expect(sketch("") == nil)
    }

    @Test func whatDoesNotCountBetweenTextsDoesNotCountHere() throws {
        let text = Listing.text(about: "ferry")
        let plain = try #require(sketch(text))
        #expect(plain.bands.count == TextSketch.bandCount)
        #expect(sketch(text.uppercased())?.bands == plain.bands)
    }

    @Test func differentTextsHaveNoBandInCommon() throws {
        let first = try #require(sketch(Listing.text(about: "ferry")))
        let second = try #require(sketch(Listing.text(about: "pier")))
        #expect(zip(first.bands, second.bands).allSatisfy { $0 != $1 })
    }
}
