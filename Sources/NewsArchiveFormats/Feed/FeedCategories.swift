#if Feeds
    internal import CNewsArchiveXML

    /// The sections and keywords that a record stands under.
    enum FeedCategories {
        /// The names in order, each once.
        static func names(_ record: FeedRecord) -> [String] {
            var names: [String] = []
            var known: Set<String> = []
            func add(_ bytes: UnsafeRawBufferPointer) {
                let name = String(decoding: FeedText.line(of: bytes), as: UTF8.self)
                if !name.isEmpty, known.insert(name).inserted { names.append(name) }
            }
            for field in record.fields {
                switch field.code {
                case NA_FEED_CATEGORY:
                    if let name = field.attribute(NA_FEED_LABEL) ?? field.attribute(NA_FEED_TERM),
                        field.bytes.isEmpty
                    {
                        Array(name.utf8).withUnsafeBytes { add($0) }
                    } else {
                        add(field.bytes)
                    }
                case NA_FEED_SUBJECT: add(field.bytes)
                case NA_FEED_KEYWORDS:
                    field.bytes.split(separator: UInt8(ascii: ",")).forEach {
                        add(UnsafeRawBufferPointer(rebasing: $0))
                    }
                default: break
                }
            }
            return names
        }
    }
#endif
