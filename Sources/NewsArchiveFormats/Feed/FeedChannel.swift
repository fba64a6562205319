#if Feeds
    internal import CNewsArchiveXML

    /// What a feed says of itself, and of its articles where they do not.
    struct FeedChannel {
        /// Changes whenever the feed has said more.
        var version: UInt64 = 0
        /// Which of the dump's feeds it is, from 1.
        var document: UInt64 = 0
        var header = DumpHeader()
        /// Who writes the articles that name nobody, as Atom has it.
        var author: String?

        init() {}

        init(_ record: FeedRecord) {
            version = record.raw.version
            document = record.raw.document
            header.title = Self.title(record)
            header.url = FeedLinks(record, base: nil).page
            header.language = Self.language(record)
            header.taken = Self.taken(record)
            author = FeedAuthor.names(record, onlyPersons: true)
        }

        private static func title(_ record: FeedRecord) -> String? {
            for code in [NA_FEED_TITLE, NA_FEED_DC_TITLE] {
                guard let field = record.text(code) else { continue }
                let title = HeadlineRepair.unglued(FeedText.line(of: field))
                if !title.isEmpty { return String(decoding: title, as: UTF8.self) }
            }
            return nil
        }

        private static func language(_ record: FeedRecord) -> String? {
            if let field = record.text(NA_FEED_LANGUAGE) { return field.string }
            return (record.fields(NA_FEED_CHANNEL) + record.fields(NA_FEED_ROOT))
                .lazy.compactMap { $0.attribute(NA_FEED_LANG) }.first
        }

        private static func taken(_ record: FeedRecord) -> StatedTime? {
            let codes = [
                NA_FEED_LAST_BUILD_DATE, NA_FEED_UPDATED, NA_FEED_MODIFIED, NA_FEED_PUB_DATE, NA_FEED_DATE,
                NA_FEED_TERMS_MODIFIED,
            ]
            return FeedTimes.first(codes, of: record).time
        }
    }
#endif
