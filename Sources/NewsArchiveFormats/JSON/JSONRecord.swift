/// A JSON object as an article.
enum JSONRecord {
    /// Reads an object that is complete, in order and UTF-8.
    static func read(
        _ object: UnsafeRawBufferPointer, _ place: RecordPlace, _ keys: inout FieldKeys
    ) -> ParsedRecord {
        var draft = FieldDraft()
        var reader = JSONReader(object)
        read(&reader, into: &draft, &keys, isNested: false)
        return draft.record(place)
    }

    private static func read(
        _ reader: inout JSONReader, into draft: inout FieldDraft, _ keys: inout FieldKeys, isNested: Bool
    ) {
        reader.members { name, reader in
            // Before its name is looked up: "_source" is not who published it.
            if !isNested, name.first == UInt8(ascii: "_"), reader.isAtObject() {
                let isWhole =
                    name.elementsEqual("_source".utf8) || name.elementsEqual("_news_archive".utf8)
                readExtension(&reader, into: &draft, &keys, isWhole: isWhole)
            } else if let match = keys.match(name) {
                draft.add(reader.value(), match)
            } else {
                reader.skipValue()
            }
        }
    }

    // An extension of JSON Feed may count views: {"_shop": {"views": 5}}. Elasticsearch keeps the record in "_source", and our
    // own exports what JSON Feed has no member for in "_news_archive".
    private static func readExtension(
        _ reader: inout JSONReader, into draft: inout FieldDraft, _ keys: inout FieldKeys, isWhole: Bool
    ) {
        guard !isWhole else { return read(&reader, into: &draft, &keys, isNested: true) }
        reader.members { name, reader in
            guard let match = keys.match(name), match.field == .views else { return reader.skipValue() }
            draft.add(reader.value(), FieldIndex.Match(field: .views, rank: match.rank + 100))
        }
    }
}
