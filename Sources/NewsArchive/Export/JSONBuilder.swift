/// Writes JSON (RFC 8259) on one line, its members in the order in which they are given. What is nil is left out.
///
/// Control characters and marks of direction are escaped: a terminal that shows the line obeys none of them.
struct JSONBuilder {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ write: (inout JSONBuilder) throws -> Void) rethrows {
        try enclosed("{", "}", write)
    }

    mutating func list<Item>(_ items: [Item], _ write: (inout JSONBuilder, Item) throws -> Void) rethrows {
        try enclosed("[", "]") { builder in
            for item in items { try write(&builder, item) }
        }
    }

    /// Writes a member whose value is written by what is called.
    mutating func member(_ name: String, _ write: (inout JSONBuilder) throws -> Void) rethrows {
        separate()
        append(quoted: name.utf8)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        try write(&self)
        needsComma = true
    }

    mutating func member(_ name: String, _ text: String?) {
        if let text { member(name) { $0.text(text.utf8) } }
    }

    mutating func member(_ name: String, _ number: (some FixedWidthInteger)?) {
        if let number { member(name) { $0.number(number) } }
    }

    mutating func text(_ utf8: some Sequence<UInt8>) {
        separate()
        append(quoted: utf8)
        needsComma = true
    }

    mutating func number(_ number: some FixedWidthInteger) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func enclosed(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ write: (inout JSONBuilder) throws -> Void
    ) rethrows {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        try write(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }
}

extension JSONBuilder {
    private mutating func append(quoted utf8: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        let isDone: Void? = utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
        if isDone == nil { Array(utf8).withUnsafeBufferPointer { append(escaping: $0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    // What needs no escape is taken over in runs.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var position = 0
        while position < text.count {
            guard let (length, code) = Self.harmful(text, at: position) else {
                position += 1
                continue
            }
            bytes.append(contentsOf: text[start..<position])
            append(escaped: code)
            position += length
            start = position
        }
        bytes.append(contentsOf: text[start...])
    }

    // The number of bytes and the code point of a character that must not stand as it is. Beside the quotation mark, the
    // backslash and the control characters these are U+007F to U+009F, U+2028 to U+202E and U+2066 to U+2069.
    private static func harmful(
        _ text: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> (length: Int, code: UInt32)? {
        func byte(_ distance: Int) -> UInt8 {
            position + distance < text.count ? text[position + distance] : 0
        }
        switch text[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20, 0x7F: return (1, UInt32(text[position]))
        case 0xC2 where (0x80...0x9F).contains(byte(1)): return (2, UInt32(byte(1)))
        case 0xE2 where byte(1) == 0x80 && (0xA8...0xAE).contains(byte(2)):
            return (3, 0x2000 + UInt32(byte(2) & 0x3F))
        case 0xE2 where byte(1) == 0x81 && (0xA6...0xA9).contains(byte(2)):
            return (3, 0x2040 + UInt32(byte(2) & 0x3F))
        default: return nil
        }
    }

    private mutating func append(escaped code: UInt32) {
        switch code {
        case 0x22, 0x5C: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(code)])
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        default:
            let digits = String(code, radix: 16)
            bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
        }
    }
}
