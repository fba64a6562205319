#if Feeds
    @testable import NewsArchiveFormats

    /// The records of a feed that arrives in pieces of the given size, or in one.
    func feedRecords(_ bytes: [UInt8], pieces size: Int = .max, parser start: FeedParser = FeedParser())
        -> [ParsedRecord]
    {
        readFeed(bytes, pieces: size, parser: start).records
    }

    /// What a feed says of itself, and its records.
    func readFeed(_ bytes: [UInt8], pieces size: Int = .max, parser start: FeedParser = FeedParser()) -> (
        header: DumpHeader, records: [ParsedRecord]
    ) {
        var parser = start
        var records: [ParsedRecord] = []
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(size)
                parser.parse(UnsafeRawBufferPointer(rebasing: piece)) { records.append($0) }
                rest = rest.dropFirst(piece.count)
            }
        }
        parser.finish { records.append($0) }
        return (parser.header, records)
    }

    /// The articles of a feed.
    func feedArticles(_ text: String) -> [ParsedArticle] {
        feedRecords(Array(text.utf8)).compactMap(\.article)
    }
#endif
