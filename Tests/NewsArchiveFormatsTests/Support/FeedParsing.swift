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
        let found = records(of: bytes, into: &parser, pieces: size)
        return (parser.header, found)
    }

    /// The articles of a feed.
    func feedArticles(_ text: String) -> [ParsedArticle] {
        feedRecords(Array(text.utf8)).compactMap(\.article)
    }
#endif
