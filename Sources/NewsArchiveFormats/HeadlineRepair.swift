/// Makes a headline plain: its white space, and a headline that was glued to itself.
package enum HeadlineRepair {
    /// The headline with single spaces, nothing invisible at its ends, and written once.
    package static func repair(_ bytes: some Collection<UInt8>) -> [UInt8] {
        unglued(plainSpaces(bytes))
    }

    /// `TitleTitle` and `Title Title` become `Title`, where a half is long enough not to be a name ("Baden Baden"):
    /// 12 characters, or 6 in scripts that are written without spaces.
    package static func unglued(_ headline: [UInt8]) -> [UInt8] {
        let count = headline.count
        guard count >= 12 else { return headline }
        let half = count / 2
        let isSpaced = count % 2 == 1
        if isSpaced, headline[half] != UInt8(ascii: " ") { return headline }
        guard headline[..<half].elementsEqual(headline[(half + (isSpaced ? 1 : 0))...]) else {
            return headline
        }
        let title = Array(headline[..<half])
        return isLongEnough(title) ? title : headline
    }

    private static func isLongEnough(_ half: [UInt8]) -> Bool {
        var count = 0
        var isSpaceless = false
        for scalar in String(decoding: half, as: UTF8.self).unicodeScalars {
            count += 1
            isSpaceless = isSpaceless || isWrittenWithoutSpaces(scalar.value)
        }
        return count >= (isSpaceless ? 6 : 12)
    }

    // Thai to Lao, Myanmar, Khmer, kana and ideographs.
    private static func isWrittenWithoutSpaces(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x312F, 0x3190...0xA4CF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private static func plainSpaces(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.first {
            if let width = spaceWidth(rest) {
                rest = rest.dropFirst(width)
                if let last = plain.last, last != UInt8(ascii: " ") { plain.append(UInt8(ascii: " ")) }
            } else if let width = invisibleWidth(rest), plain.isEmpty || rest.count == width {
                rest = rest.dropFirst(width)
            } else {
                plain.append(byte)
                rest = rest.dropFirst()
            }
        }
        while let last = plain.last, last == UInt8(ascii: " ") { plain.removeLast() }
        return plain
    }

    // White space of Unicode: the ASCII ones, U+00A0, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
    private static func spaceWidth(_ rest: some Collection<UInt8>) -> Int? {
        guard let first = rest.first else { return nil }
        switch first {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2: return rest.starts(with: [0xC2, 0xA0]) ? 2 : nil
        case 0xE2, 0xE3:
            let next = Array(rest.prefix(3))
            guard next.count == 3 else { return nil }
            let scalar = UInt32(next[0] & 0x0F) << 12 | UInt32(next[1] & 0x3F) << 6 | UInt32(next[2] & 0x3F)
            switch scalar {
            case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return 3
            default: return nil
            }
        default: return nil
        }
    }

    // U+200B and U+FEFF.
    private static func invisibleWidth(_ rest: some Collection<UInt8>) -> Int? {
        guard let first = rest.first, first == 0xE2 || first == 0xEF else { return nil }
        return rest.starts(with: [0xE2, 0x80, 0x8B]) || rest.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
    }
}
