#if Feeds
    internal import CNewsArchiveXML

    /// Makes an article of a record's fields.
    struct FeedArticle {
        // The best text first.
        private static let texts = [
            NA_FEED_ENCODED, NA_FEED_CONTENT, NA_FEED_XHTML, NA_FEED_FULL_TEXT, NA_FEED_DESCRIPTION,
            NA_FEED_SUMMARY, NA_FEED_DC_DESCRIPTION, NA_FEED_MEDIA_DESCRIPTION, NA_FEED_MEDIA_TEXT,
            NA_FEED_ITUNES_SUMMARY,
        ]
        private static let titles = [
            NA_FEED_TITLE, NA_FEED_DC_TITLE, NA_FEED_ITUNES_TITLE, NA_FEED_MEDIA_TITLE,
        ]

        private let record: FeedRecord
        private let channel: FeedChannel
        private let links: FeedLinks

        init(_ record: FeedRecord, in channel: FeedChannel) {
            self.record = record
            self.channel = channel
            links = FeedLinks(record, base: channel.header.url)
        }

        /// The article; nil when the record has neither headline nor text nor address.
        func article() -> ParsedArticle? {
            let texts = bodyAndSummary()
            let metadata = metadata(summary: texts.summary)
            let enclosure = metadata.enclosures.first?.url
            guard let headline = headline ?? firstLine(of: texts.body) ?? metadata.url ?? enclosure else {
                return nil
            }
            let times = FeedTimes(record)
            var article = ParsedArticle(
                headline: headline, body: texts.body, credit: credit,
                published: times.published?.time, minutesAheadOfUTC: times.published?.minutesAheadOfUTC,
                unreadableTime: times.unreadable, origin: times.published == nil ? .unknown : .stated,
                updated: times.updated, views: views, metadata: metadata, place: record.place)
            if channel.document > 1 {
                article.source = channel.header.title
                article.listed = channel.header.taken?.utc
            }
            return article
        }

        private var headline: String? {
            for code in Self.titles {
                for field in record.fields(code) where !field.bytes.isEmpty {
                    let headline = HeadlineRepair.unglued(FeedText.line(of: field))
                    if !headline.isEmpty { return String(decoding: headline, as: UTF8.self) }
                }
            }
            return nil
        }

        private func firstLine(of body: ParsedText) -> String? {
            let line = HeadlineFromText.make(body)
            return line.isEmpty ? nil : line
        }

        private func bodyAndSummary() -> (body: ParsedText, summary: ParsedText) {
            var body = ParsedText()
            for code in Self.texts {
                for field in record.fields(code) where !field.bytes.isEmpty {
                    let text = ParsedText(validUTF8: FeedText.text(of: field))
                    if body.isEmpty {
                        body = text
                    } else {
                        let summary = Summary.beside(body, text)
                        if !summary.isEmpty { return (body, summary) }
                    }
                }
            }
            return (body, ParsedText())
        }

        private func metadata(summary: ParsedText) -> ArticleMetadata {
            ArticleMetadata(
                guid: links.guid, url: links.page, author: FeedAuthor.names(record) ?? channel.author,
                language: language, categories: FeedCategories.names(record),
                enclosures: FeedEnclosures.list(record, links), summary: summary)
        }

        private var language: String? {
            let item = record.fields(NA_FEED_ITEM).first
            if let language = item?.attribute(NA_FEED_LANG) { return language }
            if let field = record.text(NA_FEED_LANGUAGE) { return field.string }
            for code in [NA_FEED_CONTENT, NA_FEED_TITLE] {
                if let language = record.text(code)?.attribute(NA_FEED_LANG) { return language }
            }
            return channel.header.language
        }

        private var credit: String? {
            for field in record.fields(NA_FEED_CREDIT) where !field.bytes.isEmpty {
                let credit = FeedText.line(of: field.bytes)
                if !credit.isEmpty { return String(decoding: credit, as: UTF8.self) }
            }
            return nil
        }

        private var views: Int64? {
            for field in record.fields(NA_FEED_VIEWS) {
                var scanner = ByteScanner(field.bytes.prefix(40))
                if let digits = scanner.groupedNumber(), scanner.isAtEnd, let views = Int64(digits) {
                    return views
                }
            }
            return nil
        }
    }
#endif
