/// The texts of fields, which may be plain or HTML.
enum FieldText {
    /// A text as an article has it; empty where there is none.
    static func text(_ value: FieldValue) -> ParsedText {
        // A list is one of paragraphs.
        let bytes = value.bytes(separator: [UInt8(ascii: "\n")])
        guard !bytes.isEmpty else { return ParsedText() }
        return ParsedText(validUTF8: plain(bytes))
    }

    /// A headline as an article has it; empty where there is none.
    static func headline(_ value: FieldValue) -> String {
        String(decoding: HeadlineRepair.repair(plain(value.bytes(separator: Array(" ".utf8)))), as: UTF8.self)
    }

    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { HTMLText.looksLikeHTML($0) ? HTMLText.text(of: $0) : HTMLText.plain($0) }
    }
}
