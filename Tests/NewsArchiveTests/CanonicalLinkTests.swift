import Testing

@testable import NewsArchive

struct CanonicalLinkTests {
    @Test(
        arguments: [
            ("http://gazette.example/a/1", "https://gazette.example/a/1"),
            ("https://GAZETTE.example/a/1", "https://gazette.example/a/1"),
            ("HTTPS://gazette.example:443/a/1/", "http://gazette.example:80/a/1"),
            ("https://gazette.example./a//", "https://gazette.example/a"),
            ("https://gazette.example/a?utm_source=rss&utm_medium=feed", "https://gazette.example/a"),
            ("https://gazette.example/a?id=5&fbclid=xyz", "https://gazette.example/a?id=5"),
            ("https://gazette.example/a?id=5&amp;utm_source=rss", "https://gazette.example/a?id=5"),
            ("https://gazette.example/a?UTM_Campaign=x", "https://gazette.example/a"),
            ("https://gazette.example/a#1203", "https://gazette.example/a"),
            ("https://gazette.example/a#", "https://gazette.example/a"),
            ("https://gazette.example/%7Eanna/%c3%a9", "https://gazette.example/~anna/%C3%A9"),
        ])
    func whatOnlySaysHowAReaderCameDoesNotCount(first: String, second: String) throws {
        #expect(try #require(CanonicalLink(first)) == #require(CanonicalLink(second)))
    }

    @Test(
        arguments: [
            ("https://gazette.example/a", "https://gazette.example/A"),
            ("https://gazette.example/a", "https://courier.example/a"),
            ("https://gazette.example/a", "https://gazette.example:8080/a"),
            ("https://gazette.example/?p=1", "https://gazette.example/?p=2"),
            ("https://gazette.example/a#/story/5", "https://gazette.example/a#/story/6"),
            ("https://gazette.example/a%2Fb", "https://gazette.example/a/b"),
        ])
    func whatMayLeadToAnotherPageCounts(first: String, second: String) throws {
        #expect(try #require(CanonicalLink(first)) != #require(CanonicalLink(second)))
    }

    @Test(
        arguments: [
            "", "a/1", "/a/1", "mailto:editor@gazette.example", "urn:uuid:1", "https://", "https:///a",
            "https://gazette.example", "https://gazette.example/", "http://gazette.example/#top",
            "http://gazette.example/?utm_source=rss",
        ])
    func whatLeadsToNoPageOfItsOwnIsNone(url: String) {
        #expect(CanonicalLink(url) == nil)
    }

    @Test func percentEncodingWhatNeedsNoneDoesNotCount() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let path = (0..<12).map { _ in "abcXYZ059-._~".randomElement(using: &random) ?? "a" }
            let encoded = path.map { character in
                Bool.random(using: &random)
                    ? "%" + String(character.asciiValue ?? 0, radix: 16) : String(character)
            }
            let plain = try #require(CanonicalLink("https://gazette.example/" + String(path)))
            #expect(CanonicalLink("https://gazette.example/" + encoded.joined()) == plain)
        }
    }
}
