/// White space and invisible characters at the ends of UTF-8 text.
///
/// White space is Unicode's: the ASCII characters, U+00A0, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
/// Invisible are U+200B and U+FEFF.
enum WhiteSpace {
    /// How many bytes a white space takes that the bytes begin with; nil when they begin with something else.
    static func width(at start: some Collection<UInt8>) -> Int? {
        guard let first = start.first else { return nil }
        switch first {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2: return start.starts(with: [0xC2, 0xA0]) ? 2 : nil
        case 0xE2, 0xE3: return isWideSpace(start.prefix(3)) ? 3 : nil
        default: return nil
        }
    }

    /// How many bytes an invisible character takes that the bytes begin with.
    static func invisibleWidth(at start: some Collection<UInt8>) -> Int? {
        guard let first = start.first, first == 0xE2 || first == 0xEF else { return nil }
        return isInvisible(start.prefix(3)) ? 3 : nil
    }

    /// The bytes without white space at their ends.
    static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var rest = bytes[...]
        while let width = width(at: rest) { rest = rest.dropFirst(width) }
        while let width = widthAtEnd(of: rest) { rest = rest.dropLast(width) }
        return UnsafeRawBufferPointer(rebasing: rest)
    }

    /// The bytes without white space and invisible characters at their ends.
    static func trimmedOfInvisibles(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        var rest = bytes[...]
        while let width = width(at: rest) ?? invisibleWidth(at: rest) { rest = rest.dropFirst(width) }
        while let width = widthAtEnd(of: rest) ?? (isInvisible(rest.suffix(3)) ? 3 : nil) {
            rest = rest.dropLast(width)
        }
        return rest
    }

    private static func widthAtEnd(of bytes: some BidirectionalCollection<UInt8>) -> Int? {
        guard let last = bytes.last else { return nil }
        if last == 0x20 || (0x09...0x0D).contains(last) { return 1 }
        // No other white space ends with a byte below 0x80.
        guard last >= 0x80 else { return nil }
        if bytes.suffix(2).elementsEqual([0xC2, 0xA0]) { return 2 }
        return isWideSpace(bytes.suffix(3)) ? 3 : nil
    }

    private static func isWideSpace(_ bytes: some Collection<UInt8>) -> Bool {
        let three = Array(bytes)
        guard three.count == 3, three[0] == 0xE2 || three[0] == 0xE3 else { return false }
        let scalar = UInt32(three[0] & 0x0F) << 12 | UInt32(three[1] & 0x3F) << 6 | UInt32(three[2] & 0x3F)
        return switch scalar {
        case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static func isInvisible(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.elementsEqual([0xE2, 0x80, 0x8B]) || bytes.elementsEqual([0xEF, 0xBB, 0xBF])
    }
}
