#if Feeds
    internal import CNewsArchiveXML

    /// The times that a record states.
    struct FeedTimes {
        /// When it was published; when it was changed where the record says no more.
        let published: StatedTime?
        /// What stands where a time should, when none could be read.
        let unreadable: String?
        let updated: StatedTime?

        init(_ record: FeedRecord) {
            let first = Self.first(
                [
                    NA_FEED_PUB_DATE, NA_FEED_PUBLISHED, NA_FEED_ISSUED, NA_FEED_DATE, NA_FEED_TERMS_ISSUED,
                    NA_FEED_CREATED, NA_FEED_TERMS_CREATED,
                ], of: record)
            let changed = Self.first([NA_FEED_UPDATED, NA_FEED_MODIFIED, NA_FEED_TERMS_MODIFIED], of: record)
            let listed = record.fields(NA_FEED_ITEM).first?.attribute(NA_FEED_LAST_MODIFIED)
            published = first.time ?? changed.time ?? listed.flatMap(DateReader.read)
            unreadable = published == nil ? first.raw ?? changed.raw ?? listed : nil
            updated = changed.time
        }

        /// The first time that can be read among fields, codes in order; the first text that cannot be.
        static func first(_ codes: [na_feed_code], of record: FeedRecord) -> (time: StatedTime?, raw: String?)
        {
            var raw: String?
            for code in codes {
                for field in record.fields(code) where !field.bytes.isEmpty {
                    // Longer than any date is no date.
                    let text = String(decoding: field.bytes.prefix(200), as: UTF8.self)
                    if let time = DateReader.read(text) { return (time, nil) }
                    raw = raw ?? text
                }
            }
            return (nil, raw)
        }
    }
#endif
