#if Feeds
    internal import CNewsArchiveXML

    /// The files that belong to a record.
    enum FeedEnclosures {
        /// The files in order, each once.
        static func list(_ record: FeedRecord, _ links: FeedLinks) -> [ArticleMetadata.Enclosure] {
            var list: [ArticleMetadata.Enclosure] = []
            var known: Set<String> = []
            for field in record.fields {
                guard let reference = reference(of: field) else { continue }
                let url = links.address(reference, in: field)
                guard known.insert(url).inserted else { continue }
                let length = field.attribute(NA_FEED_LENGTH).flatMap { Int64($0) }
                list.append(
                    ArticleMetadata.Enclosure(
                        url: url, type: field.attribute(NA_FEED_TYPE),
                        length: length.flatMap { $0 > 0 ? $0 : nil }))
            }
            return list
        }

        private static func reference(of field: FeedField) -> String? {
            switch field.code {
            case NA_FEED_ENCLOSURE:
                field.attribute(NA_FEED_URL) ?? field.attribute(NA_FEED_HREF)
                    ?? field.attribute(NA_FEED_RESOURCE)
            case NA_FEED_MEDIA_CONTENT, NA_FEED_MEDIA_THUMBNAIL: field.attribute(NA_FEED_URL)
            case NA_FEED_LINK where field.attribute(NA_FEED_REL)?.lowercased() == "enclosure":
                field.attribute(NA_FEED_HREF)
            default: nil
            }
        }
    }
#endif
