#if Feeds
    import Foundation

    /// What gofeed reads in its test feeds: a JSON file beside each.
    enum GofeedTest {
        private static let keys = [
            "title": "title", "link": "link", "guid": "guid", "id": "guid", "description": "description",
            "summary": "summary", "content": "content", "pubDate": "published", "pubDateParsed": "published",
            "published": "published", "publishedParsed": "published", "updated": "updated",
            "updatedParsed": "updated",
        ]

        /// What is expected of the fields that an article has, of every item.
        static func expectations(beside feed: URL) -> [Expectation] {
            let file = feed.deletingPathExtension().appendingPathExtension("json")
            guard let data = FileManager.default.contents(atPath: file.path),
                let feed = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
                let items = (feed["items"] ?? feed["entries"]) as? [[String: Any]]
            else { return [] }
            return items.enumerated().flatMap { index, item in
                keys.compactMap { key, field in
                    text(item[key]).map { Expectation(entry: index, path: [field], value: .text($0)) }
                }
            }
        }

        // Some values are objects with the value in them.
        private static func text(_ value: Any?) -> String? {
            let text = value as? String ?? (value as? [String: Any])?["value"] as? String
            return text?.isEmpty == false ? text : nil
        }
    }
#endif
