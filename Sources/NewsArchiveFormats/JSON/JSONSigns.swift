/// What the first bytes of a dump tell of its JSON.
enum JSONSigns {
    /// The JSON format that a dump begins as; nil when it begins as something else.
    static func format(_ start: UnsafeRawBufferPointer) -> DumpFormat? {
        var position = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        JSONBytes.skipBlank(start, &position)
        let isSequence = position < start.count && start[position] == 0x1E
        if isSequence { position += 1 }
        let text = UnsafeRawBufferPointer(rebasing: start[position...])
        switch text.first {
        case UInt8(ascii: "["):
            position = 1
            JSONBytes.skipBlank(text, &position)
            let isOfObjects =
                position == text.count || [UInt8(ascii: "{"), UInt8(ascii: "]")].contains(text[position])
            return isOfObjects ? .json : nil
        case UInt8(ascii: "{"): return beginsWithMember(text) ? (isSequence ? .jsonLines : object(text)) : nil
        default: return nil
        }
    }

    // `{"name":` or `{}`: a text that begins with a brace does not.
    private static func beginsWithMember(_ text: UnsafeRawBufferPointer) -> Bool {
        var position = 1
        JSONBytes.skipBlank(text, &position)
        guard position < text.count else { return false }
        if text[position] == UInt8(ascii: "}") { return true }
        guard text[position] == UInt8(ascii: "\""),
            let end = text[(position + 1)...].prefix(1024).firstIndex(of: UInt8(ascii: "\""))
        else { return false }
        position = end + 1
        JSONBytes.skipBlank(text, &position)
        return position < text.count && text[position] == UInt8(ascii: ":")
    }

    private static func object(_ text: UnsafeRawBufferPointer) -> DumpFormat {
        var (isFeed, holdsRecords, holdsObjects, isArticle) = (false, false, false, false)
        let index = FieldIndex(FieldNames())
        var reader = JSONReader(text)
        reader.members { name, reader in
            let name = String(decoding: name, as: UTF8.self)
            let isOfObjects = reader.isAtArrayOfObjects()
            holdsRecords = holdsRecords || isOfObjects && JSONNames.isOfRecords(name)
            holdsObjects = holdsObjects || isOfObjects
            let field = index.match(name)?.field
            isArticle = isArticle || field == .headline || field == .body
            if name == "version" {
                isFeed = isFeed || reader.value().string?.contains("jsonfeed.org/version") == true
            } else if name == "response" || name == "hits" || name == "data", reader.isAtObject() {
                holdsRecords = true
                reader.skipValue()
            } else {
                reader.skipValue()
            }
        }
        if isFeed { return .jsonFeed }
        if isFollowed(text) { return .jsonLines }
        return holdsRecords || holdsObjects && !isArticle ? .json : .jsonLines
    }

    // Whether another object comes after the first.
    private static func isFollowed(_ text: UnsafeRawBufferPointer) -> Bool {
        var scan = JSONScan()
        var position = 0
        guard scan.scan(text, from: &position) == .complete else { return false }
        JSONBytes.skipBlank(text, &position)
        return position < text.count && text[position] == UInt8(ascii: "{")
    }
}
