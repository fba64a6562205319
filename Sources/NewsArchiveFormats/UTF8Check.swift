/// Whether bytes are UTF-8, and where they stop being it.
///
/// By hand: the standard library's validation takes some 6 instructions a byte also where all are ASCII, which was a fifth
/// of what it takes to parse a listing.
package enum UTF8Check {
    /// How many bytes come before the first one that is not UTF-8; nil when all are.
    package static func firstInvalidByte(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var place = 0
        while true {
            place = endOfASCII(bytes, from: place)
            guard place < bytes.count else { return nil }
            guard let width = scalarWidth(bytes, at: place) else { return place }
            place += width
        }
    }

    private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var place = start
        // Eight at a time.
        while place + 8 <= bytes.count {
            let high = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080
            if high != 0 { return place + UInt64(littleEndian: high).trailingZeroBitCount / 8 }
            place += 8
        }
        while place < bytes.count, bytes[place] < 0x80 { place += 1 }
        return place
    }

    // How many bytes a scalar takes that is not ASCII: Unicode 16, table 3-7. nil where the bytes are none.
    private static func scalarWidth(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int? {
        let (width, second): (Int, ClosedRange<UInt8>) =
            switch bytes[place] {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        guard width > 0, place + width <= bytes.count, second.contains(bytes[place + 1]) else { return nil }
        for offset in 2..<max(2, width) where bytes[place + offset] & 0xC0 != 0x80 { return nil }
        return width
    }
}
