#if Feeds
    internal import CNewsArchiveXML

    /// One element of a feed, with its text and its attributes: valid until the C parser reads on.
    struct FeedField {
        private let record: na_feed_record
        private let field: na_feed_field

        init(record: na_feed_record, index: Int) {
            self.record = record
            field = record.fields[index]
        }

        var code: na_feed_code { na_feed_code(UInt32(field.code)) }

        func has(_ flag: na_feed_flag) -> Bool { UInt32(field.flags) & flag.rawValue != 0 }

        /// Its text without white space at its ends.
        var bytes: UnsafeRawBufferPointer { WhiteSpace.trimmed(raw(start: field.start, count: field.count)) }

        var string: String { String(decoding: bytes, as: UTF8.self) }

        /// The value of an attribute without white space at its ends; nil where it has none, or an empty one.
        func attribute(_ code: na_feed_attribute_code) -> String? {
            attributes(code).last
        }

        /// The values of all attributes with a code: xml:base has one of each element around.
        func attributes(_ code: na_feed_attribute_code) -> [String] {
            var values: [String] = []
            for index in field.first_attribute..<field.first_attribute + Int(field.attribute_count) {
                let attribute = record.attributes[index]
                guard attribute.code == code.rawValue else { continue }
                let value = WhiteSpace.trimmed(raw(start: attribute.start, count: attribute.count))
                if !value.isEmpty { values.append(String(decoding: value, as: UTF8.self)) }
            }
            return values
        }

        private func raw(start: Int, count: Int) -> UnsafeRawBufferPointer {
            guard let text = record.text, count > 0 else {
                return UnsafeRawBufferPointer(start: nil, count: 0)
            }
            return UnsafeRawBufferPointer(start: text + start, count: count)
        }
    }
#endif
