#if Feeds
    internal import CNewsArchiveXML

    /// The fields of a record, or of a feed itself, as the C parser holds them: valid until it reads on.
    struct FeedRecord {
        let raw: na_feed_record

        init(_ raw: na_feed_record) {
            self.raw = raw
        }

        var fields: some Sequence<FeedField> {
            (0..<raw.field_count).lazy.map { FeedField(record: raw, index: $0) }
        }

        /// The fields with a code, in order.
        func fields(_ code: na_feed_code) -> [FeedField] {
            var found: [FeedField] = []
            for index in 0..<raw.field_count where UInt32(raw.fields[index].code) == code.rawValue {
                found.append(FeedField(record: raw, index: index))
            }
            return found
        }

        /// The first field with a code that has text.
        func text(_ code: na_feed_code) -> FeedField? {
            for index in 0..<raw.field_count where UInt32(raw.fields[index].code) == code.rawValue {
                let field = FeedField(record: raw, index: index)
                if !field.bytes.isEmpty { return field }
            }
            return nil
        }

        var place: RecordPlace {
            RecordPlace(
                line: Int(clamping: raw.line), byteOffset: Int(clamping: raw.offset),
                byteCount: Int(clamping: raw.count))
        }

        /// The start tags of the elements around the record.
        var preamble: String {
            let bytes = UnsafeBufferPointer(start: raw.preamble, count: raw.preamble_count)
            return String(decoding: bytes, as: UTF8.self)
        }
    }
#endif
