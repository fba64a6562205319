#if Feeds
    import Foundation

    @testable import NewsArchiveFormats

    /// A feed of feedparser's tests: the feed, and what its first comment says of it.
    struct FeedparserTest {
        let expectations: [Expectation]
        let reading: FeedReading

        init(_ text: [UInt8]) {
            let string = String(decoding: text, as: UTF8.self)
            let lines = string.split(whereSeparator: \.isNewline)
            let line =
                lines.lazy.compactMap { $0.firstMatch(of: /^\s*Expect:\s*(.*)/)?.1 }.first.map(String.init)
                ?? ""
            let known: Set<String> = [
                "title", "link", "id", "guid", "updated", "published", "created", "updated_parsed",
                "published_parsed",
                "created_parsed", "summary", "description", "content", "title_detail", "summary_detail",
            ]
            expectations = ExpressionReader.expectations(in: line.trimmingCharacters(in: .whitespaces)).filter
            {
                known.contains($0.path[0])
                    && ($0.path.count == 1 || $0.path.last == "value" && $0.path.count <= 3)
            }
            // Where feedparser's tests serve the feed from, if it does not say.
            let location =
                string.firstMatch(of: /Header:\s*Content-Location:\s*(\S+)/).map { String($0.1) }
                ?? "http://127.0.0.1:8097/"
            reading = FeedReading(text, location: location)
        }
    }
#endif
