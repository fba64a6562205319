/// Text in formats whose readers may take it for HTML, and in XML.
enum MarkupText {
    /// A text as HTML: what stands in it is read as it stands.
    static func html(_ text: some Sequence<UInt8>) -> [UInt8] {
        var html: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): html.append("&amp;")
            case UInt8(ascii: "<"): html.append("&lt;")
            case UInt8(ascii: ">"): html.append("&gt;")
            default: html.append(byte)
            }
        }
        return html
    }

    /// A text as paragraphs of HTML, one for each of its lines.
    static func paragraphs(_ text: ParsedText) -> [UInt8] {
        var html: [UInt8] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            html.append("<p>")
            html += Self.html(line)
            html.append("</p>\n")
        }
        return html
    }

    /// A text for a place where readers look whether it is HTML, ours among them: as it stands, unless it looks so. In HTML,
    /// lines are paragraphs.
    static func unambiguous(_ text: [UInt8]) -> [UInt8] {
        guard text.withUnsafeBytes({ HTMLText.looksLikeHTML($0) }) else { return text }
        return text.contains(UInt8(ascii: "\n")) ? paragraphs(ParsedText(validUTF8: text)) : html(text)
    }

    /// A text for a place where readers look whether it is HTML.
    static func unambiguous(_ text: String) -> [UInt8] { unambiguous(Array(text.utf8)) }

    /// The text with U+FFFD for what XML 1.0 has no form for, not even as a reference: controls but tab and line ends, and
    /// the two noncharacters U+FFFE and U+FFFF (section 2.2).
    static func withoutControls(_ text: [UInt8]) -> [UInt8] {
        var allowed: [UInt8] = []
        allowed.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                allowed.append("\u{FFFD}")
            } else if byte == 0xEF, text[index...].starts(with: [0xEF, 0xBF]), index + 2 < text.count,
                text[index + 2] >= 0xBE
            {
                allowed.append("\u{FFFD}")
                index += 2
            } else {
                allowed.append(byte)
            }
            index += 1
        }
        return allowed
    }
}

extension MarkupText {
    /// A text as it stands in an element or in the value of an attribute.
    static func xml(_ text: [UInt8]) -> [UInt8] {
        var xml: [UInt8] = []
        for byte in withoutControls(text) {
            switch byte {
            case UInt8(ascii: "&"): xml.append("&amp;")
            case UInt8(ascii: "<"): xml.append("&lt;")
            // Everywhere, for "]]>" may not stand in a text (section 2.4).
            case UInt8(ascii: ">"): xml.append("&gt;")
            case UInt8(ascii: "\""): xml.append("&quot;")
            case 0x09, 0x0A, 0x0D: xml.append("&#\(byte);")
            default: xml.append(byte)
            }
        }
        return xml
    }

    /// An element with a text in it, on a line; nothing where there is no text.
    static func element(_ name: String, _ text: [UInt8]?, attributes: String = "") -> [UInt8] {
        guard let text, !text.isEmpty else { return [] }
        return Array("<\(name)\(attributes)>".utf8) + xml(text) + Array("</\(name)>\n".utf8)
    }

    /// An element with a text in it that no reader takes for HTML, on a line.
    static func element(_ name: String, _ text: String?, attributes: String = "") -> [UInt8] {
        element(name, text.map { Array($0.utf8) }, attributes: attributes)
    }

    /// An element with a text in it as paragraphs of HTML, on lines of its own.
    static func htmlElement(_ name: String, _ text: ParsedText, attributes: String = "") -> [UInt8] {
        guard !text.isEmpty else { return [] }
        // A section ends at "]]>": here every > of the text is a reference, and those of tags follow a letter.
        return Array("<\(name)\(attributes)><![CDATA[".utf8) + withoutControls(paragraphs(text))
            + Array("]]></\(name)>\n".utf8)
    }

    /// An attribute with a space before it; nothing where there is no value.
    static func attribute(_ name: String, _ value: String?) -> String {
        guard let value, !value.isEmpty else { return "" }
        return " \(name)=\"\(String(decoding: xml(Array(value.utf8)), as: UTF8.self))\""
    }
}
