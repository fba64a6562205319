import Glibc

/// The escapes in a JSON string.
enum JSONString {
    /// What stands between the quotation marks, its escapes resolved. Half a surrogate pair becomes U+FFFD.
    static func unescaped(_ content: UnsafeRawBufferPointer) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var position = 0
        while position < content.count {
            let start = position
            if let first = content.baseAddress,
                let found = memchr(first + position, 0x5C, content.count - position)
            {
                position = UnsafeRawPointer(found) - first
            } else {
                position = content.count
            }
            text.append(contentsOf: content[start..<position])
            if position < content.count { position += appendEscape(content[position...], to: &text) }
        }
        return text
    }

    // The number of bytes that the escape takes.
    private static func appendEscape(_ escape: Slice<UnsafeRawBufferPointer>, to text: inout [UInt8]) -> Int {
        guard escape.count > 1 else { return 1 }
        let name = escape[escape.startIndex + 1]
        switch name {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(escape) else {
                text.append(name)
                return 2
            }
            return appendScalar(unit, escape, to: &text)
        // A quotation mark, a slash, a backslash; of others the backslash is let go.
        default: text.append(name)
        }
        return 2
    }

    private static func appendScalar(
        _ unit: UInt32, _ escape: Slice<UnsafeRawBufferPointer>, to text: inout [UInt8]
    ) -> Int {
        var scalar = unit
        var width = 6
        if (0xD800...0xDBFF).contains(unit) {
            let rest = escape.dropFirst(6)
            if rest.starts(with: [0x5C, UInt8(ascii: "u")]), let low = codeUnit(rest),
                (0xDC00...0xDFFF).contains(low)
            {
                scalar = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                width = 12
            }
        }
        text.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
        return width
    }

    private static func codeUnit(_ escape: Slice<UnsafeRawBufferPointer>) -> UInt32? {
        let digits = escape.dropFirst(2).prefix(4)
        guard digits.count == 4 else { return nil }
        var unit: UInt32 = 0
        for digit in digits {
            let letter = digit | 0x20
            if digit.isDigit {
                unit = unit << 4 + UInt32(digit - 0x30)
            } else if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") {
                unit = unit << 4 + UInt32(letter - UInt8(ascii: "a") + 10)
            } else {
                return nil
            }
        }
        return unit
    }
}
