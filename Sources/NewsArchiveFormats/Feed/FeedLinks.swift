#if Feeds
    internal import CNewsArchiveXML

    /// The addresses that a record, or a feed, gives.
    struct FeedLinks {
        private let record: FeedRecord
        private let base: String?

        /// - Parameter base: The address that relative ones are seen from, where no xml:base is.
        init(_ record: FeedRecord, base: String?) {
            self.record = record
            self.base = base
        }

        /// Where the page is that the record belongs to.
        var page: String? {
            original ?? linked ?? permanent ?? item
        }

        /// What its publisher calls the record.
        var guid: String? {
            for code in [NA_FEED_GUID, NA_FEED_ID, NA_FEED_IDENTIFIER] {
                guard let field = record.text(code) else { continue }
                // An id of Atom is an address, and may be a relative one.
                let isRelative = code == NA_FEED_ID && !field.attributes(NA_FEED_BASE).isEmpty
                return isRelative
                    ? address(field.string, in: field) : InventedID.removed(from: field.string)
            }
            return about
        }

        /// An address in a field, seen from its xml:base.
        func address(_ text: String, in field: FeedField) -> String {
            let bases = field.attributes(NA_FEED_BASE)
            let start: String? = bases.isEmpty ? base : nil
            let from = bases.reduce(start) { outer, inner in WebAddress.resolve(inner, against: outer) }
            return WebAddress.resolve(text, against: from)
        }

        // Feedburner counts the readers of its own link, and names the site's beside it.
        private var original: String? {
            record.text(NA_FEED_ORIGINAL_LINK).map { address($0.string, in: $0) }
        }

        private var linked: String? {
            var other: String?
            for field in record.fields(NA_FEED_LINK) {
                let rel = field.attribute(NA_FEED_REL)?.lowercased()
                guard rel == nil || rel == "alternate" || rel?.hasSuffix("/alternate") == true else {
                    continue
                }
                if let href = field.attribute(NA_FEED_HREF) ?? field.attribute(NA_FEED_RESOURCE) {
                    let address = address(href, in: field)
                    // An alternate may also be another format of the same.
                    let type = field.attribute(NA_FEED_TYPE)?.lowercased()
                    if type == nil || type?.contains("html") == true { return address }
                    other = other ?? address
                } else if !field.bytes.isEmpty {
                    return address(field.string, in: field)
                }
            }
            return other
        }

        private var permanent: String? {
            for field in record.fields(NA_FEED_GUID) where !field.bytes.isEmpty {
                let isPermanent = field.attribute(NA_FEED_IS_PERMALINK)?.lowercased()
                if isPermanent == "true" || (isPermanent == nil && Self.isOnTheWeb(field.string)) {
                    return address(field.string, in: field)
                }
            }
            return nil
        }

        private var item: String? {
            guard let field = record.fields(NA_FEED_ITEM).first else { return nil }
            if let href = field.attribute(NA_FEED_HREF) { return address(href, in: field) }
            guard let about, Self.isOnTheWeb(about) else { return nil }
            return address(about, in: field)
        }

        private var about: String? {
            record.fields(NA_FEED_ITEM).first?.attribute(NA_FEED_ABOUT)
        }

        private static func isOnTheWeb(_ text: String) -> Bool {
            let start = text.prefix(8).lowercased()
            return start.hasPrefix("http://") || start.hasPrefix("https://")
        }
    }
#endif
