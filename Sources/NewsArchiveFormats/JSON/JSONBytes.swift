/// What bytes mean in JSON.
enum JSONBytes {
    /// Goes on to the next quotation mark or backslash, or to the end.
    static func skipText(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) {
        // Eight bytes at a time: a byte of `x ^ mark` that is 0 borrows its highest bit in the subtraction.
        let ones: UInt64 = 0x0101_0101_0101_0101
        while position + 8 <= bytes.count {
            let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let quotes = eight ^ (ones &* 0x22)
            let slashes = eight ^ (ones &* 0x5C)
            let found = ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes) & (ones &* 0x80)
            if found != 0 {
                position += UInt64(littleEndian: found).trailingZeroBitCount >> 3
                return
            }
            position += 8
        }
        while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C { position += 1 }
    }

    /// Goes on to what is no white space.
    static func skipBlank(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) {
        while position < bytes.count, bytes[position].isBlank { position += 1 }
    }

    /// Whether a byte belongs to a number or a word like `true`.
    static func isWord(_ byte: UInt8) -> Bool {
        byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }

    /// Whether a byte may stand in a number.
    static func isPartOfNumber(_ byte: UInt8) -> Bool {
        byte.isDigit || byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: ".")
    }
}
