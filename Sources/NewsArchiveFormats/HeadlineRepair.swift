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
        let trimmed = WhiteSpace.trimmedOfInvisibles(Array(bytes))
        var place = trimmed.startIndex
        while place < trimmed.endIndex {
            let byte = trimmed[place]
            // Most are letters: no white space begins with them.
            if byte > 0x20, byte < 0x80 {
                plain.append(byte)
                place += 1
            } else if let width = WhiteSpace.width(at: trimmed[place...]) {
                if plain.last != UInt8(ascii: " ") { plain.append(UInt8(ascii: " ")) }
                place += width
            } else {
                plain.append(byte)
                place += 1
            }
        }
        return plain
    }
}
