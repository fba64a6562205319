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
        let bytes = value.bytes(separator: Array(" ".utf8))
        let text = looksLikeHTML(bytes) ? bytes.withUnsafeBytes { HTMLText.text(of: $0) } : bytes
        return String(decoding: HeadlineRepair.repair(text), as: UTF8.self)
    }

    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        let isHTML = looksLikeHTML(bytes)
        return bytes.withUnsafeBytes { isHTML ? HTMLText.text(of: $0) : HTMLText.plain($0) }
    }

    // A tag's beginning with an end somewhere after it, or a character reference.
    private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "&")) else { return false }
            for (index, byte) in bytes.enumerated()
            where byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
                let rest = bytes[(index + 1)...]
                guard let next = rest.first else { return false }
                if byte == UInt8(ascii: "&") {
                    let name = rest.prefix(32).prefix {
                        $0.isDigit || isLetter($0) || $0 == UInt8(ascii: "#")
                    }
                    if !name.isEmpty, rest.dropFirst(name.count).first == UInt8(ascii: ";") { return true }
                } else if isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") {
                    if rest.prefix(4096).contains(UInt8(ascii: ">")) { return true }
                }
            }
            return false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
