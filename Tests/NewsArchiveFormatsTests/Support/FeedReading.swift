#if Feeds
    @testable import NewsArchiveFormats

    /// A feed's articles, to be compared with what others read in it.
    struct FeedReading {
        private let articles: [ParsedArticle?]
        private let location: String?

        init(_ text: [UInt8], location: String? = nil) {
            articles = Self.titled(text)
            self.location = location
        }

        // A record that says nothing but a time or so is none for an archive: here it gets a title.
        private static func titled(_ text: [UInt8]) -> [ParsedArticle?] {
            var text = text
            var records = feedRecords(text)
            for bare in records.reversed() where bare.rejected?.reason == .nothingToKeep {
                let record = text[bare.place.byteOffset..<bare.place.byteOffset + bare.place.byteCount]
                guard let tag = record.lastIndex(of: UInt8(ascii: "<")) else { continue }
                let name = String(
                    decoding: record.dropFirst().prefix { $0 > 0x20 && $0 != 0x3E }, as: UTF8.self)
                let prefix = name.contains(":") ? name.prefix { $0 != ":" } + ":" : ""
                text.insert(contentsOf: Array("<\(prefix)title>?</\(prefix)title>".utf8), at: tag)
            }
            records = feedRecords(text)
            return records.map(\.article)
        }

        /// Whether an article says what is expected of it.
        func holds(_ expectation: Expectation) -> Bool {
            guard articles.indices.contains(expectation.entry), let article = articles[expectation.entry]
            else {
                return false
            }
            switch (expectation.path[0], expectation.value) {
            case ("title", .text(let text)), ("title_detail", .text(let text)):
                return readings(text).contains {
                    String(decoding: HeadlineRepair.repair($0), as: UTF8.self) == article.headline
                        || $0.isEmpty
                }
            case ("link", .text(let text)): return same(article.metadata.url, text)
            case ("id", .text(let text)), ("guid", .text(let text)): return same(article.metadata.guid, text)
            case ("summary", .text(let text)), ("description", .text(let text)), ("content", .text(let text)),
                ("summary_detail", .text(let text)):
                return readings(text).contains {
                    $0 == article.body.utf8 || $0 == article.metadata.summary.utf8
                }
            case (_, .text(let text)): return isTime(text, of: article)
            case (_, .numbers(let numbers)): return isTime(numbers, of: article)
            }
        }

        private func readings(_ text: String) -> [[UInt8]] {
            Array(text.utf8).withUnsafeBytes {
                [HTMLText.plain($0), HTMLText.text(of: $0), FeedText.text(of: $0)]
            }
        }

        private func same(_ found: String?, _ expected: String) -> Bool {
            guard let found else { return false }
            return found == expected || WebAddress.resolve(found, against: location) == expected
        }

        private func isTime(_ text: String, of article: ParsedArticle) -> Bool {
            guard let expected = DateReader.read(text) else { return article.unreadableTime == text }
            return times(of: article).contains(expected.utc)
        }

        private func isTime(_ numbers: [Int], of article: ParsedArticle) -> Bool {
            guard numbers.count > 5 else { return false }
            return times(of: article).contains { time in
                guard time.year == numbers[0], time.month == numbers[1] else { return false }
                if time.precision == .month { return true }
                guard time.day == numbers[2] else { return false }
                if time.precision == .day { return true }
                return time.hour == numbers[3] && time.minute == numbers[4] && time.second == numbers[5]
            }
        }

        private func times(of article: ParsedArticle) -> [LocalTime] {
            let published = article.published.map {
                StatedTime($0, minutesAheadOfUTC: article.minutesAheadOfUTC)
            }
            return [published, article.updated].compactMap { $0?.utc }
        }
    }
#endif
