import Testing

@testable import NewsArchive

@Suite struct SightingSequenceTests {
    @Test func momentsAreInTheOrderOfTheDatesAsTexts() {
        let texts = [
            "0001-01", "1969-12-31", "1970-01", "1970-01-01", "1970-01-01T00:00", "1970-01-01T00:00:01",
            "2025-10",
            "2025-10-01", "2025-10-01T00:00", "2025-10-01T23:59", "2025-10-02", "9999-12-31T23:59:59",
        ]
        #expect(texts == texts.sorted())
        let moments = texts.map { SightingSequence.moment(LocalTime(iso8601: $0)) }
        #expect(moments == moments.sorted())
        #expect(Set(moments).count == moments.count)
        #expect(SightingSequence.moment(nil) < moments[0])
    }

    @Test func theOnlyNameStandsForThoseWithoutOne() {
        #expect(SightingSequence.unnamed([nil, "gazette", "gazette"]) == "gazette")
        #expect(SightingSequence.unnamed(["herald", nil, "gazette"]) == nil)
        #expect(SightingSequence.unnamed([nil, nil] as [String?]) == nil)
    }
}
