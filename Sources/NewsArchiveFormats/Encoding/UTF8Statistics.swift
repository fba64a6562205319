/// How much of what is not ASCII is UTF-8.
struct UTF8Statistics {
    /// Characters of several bytes.
    private(set) var valid = 0
    /// Bytes that are no part of such.
    private(set) var invalid = 0

    // So many are enough to tell, and found in the first pages of any text that has them at all.
    private static let enough = 4096

    /// Looks at bytes; a character that their end cuts off does not count.
    init(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        while position < bytes.count, valid + invalid < Self.enough {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
            guard let high = HighBytes.first(in: rest) else { break }
            let character = UnsafeRawBufferPointer(rebasing: rest[high...].prefix(4))
            position += high
            let width = Self.width(character)
            if width > 0 {
                valid += 1
            } else {
                if Self.isCut(character) { break }
                invalid += 1
            }
            position += max(1, width)
        }
    }

    /// Whether all of it is.
    var isClean: Bool { invalid == 0 && valid > 0 }

    /// Whether most of it is, so that the rest must be damage; where it was said to be UTF-8 half is enough.
    func isMostly(orJustAsMuch saysUTF8: Bool) -> Bool {
        valid > 0 && (saysUTF8 ? valid >= invalid : valid >= invalid * 4)
    }

    private static func width(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let width = expectedWidth(bytes), width <= bytes.count else { return 0 }
        let character = UnsafeRawBufferPointer(rebasing: bytes[..<width])
        return UTF8Check.firstInvalidByte(character) == nil ? width : 0
    }

    private static func isCut(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let width = expectedWidth(bytes), width > bytes.count else { return false }
        return bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }

    private static func expectedWidth(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let first = bytes.first else { return nil }
        return switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }
}
