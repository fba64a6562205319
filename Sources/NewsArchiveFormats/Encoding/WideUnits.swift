/// UTF-16 and UTF-32 in either order of bytes.
struct WideUnits {
    /// How many bytes make a unit: 2 or 4.
    let width: Int
    private let isBigEndian: Bool

    /// The units of an encoding; nil when its units are bytes.
    init?(_ encoding: TextEncoding) {
        guard encoding.isWide else { return nil }
        width = encoding.unitWidth
        isBigEndian = encoding == .utf16BigEndian || encoding == .utf32BigEndian
    }

    func decode(_ bytes: UnsafeRawBufferPointer, rawOffset: Int, into text: inout DecodedText)
        -> DecodingEngine.Step
    {
        var position = 0
        while position + width <= bytes.count {
            let room = text.room
            let end = min(bytes.count, position + room.count / 4 * width)
            let written = decode(bytes, from: &position, to: end, into: room)
            text.fill(written)
            if position + width > end {
                guard end < bytes.count, room.count >= 4 else { break }
                continue
            }
            if isCut(bytes, position) { break }
            guard text.damage(rawOffset: rawOffset + position, width: width) else {
                return DecodingEngine.Step(read: position)
            }
            position += width
        }
        let isIncomplete = position + width > bytes.count || isCut(bytes, position)
        return DecodingEngine.Step(read: position, isIncomplete: isIncomplete)
    }

    /// Decodes units that begin before an end, up to the first that is no character. The number of bytes written.
    private func decode(
        _ bytes: UnsafeRawBufferPointer, from position: inout Int, to end: Int,
        into output: UnsafeMutableRawBufferPointer
    ) -> Int {
        var written = 0
        while position + width <= end {
            var scalar = unit(bytes, position)
            var read = width
            if scalar >= 0xD800 {
                if isPair(scalar, bytes, position) {
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(bytes, position + 2) - 0xDC00)
                    read = 4
                } else if scalar < 0xE000 || scalar > 0x10FFFF {
                    break
                }
            }
            written += Self.store(scalar, to: output, at: written)
            position += read
        }
        return written
    }

    private func unit(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt32 {
        if width == 2 {
            let unit = bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self)
            return UInt32(isBigEndian ? unit.byteSwapped : unit)
        }
        let unit = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        return isBigEndian ? unit.byteSwapped : unit
    }

    private func isHigh(_ unit: UInt32) -> Bool { width == 2 && unit & 0xFC00 == 0xD800 }

    /// Whether what would complete a pair has not arrived yet.
    private func isCut(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Bool {
        position + 4 > bytes.count && isHigh(unit(bytes, position))
    }

    private func isPair(_ first: UInt32, _ bytes: UnsafeRawBufferPointer, _ position: Int) -> Bool {
        isHigh(first) && position + 4 <= bytes.count && unit(bytes, position + 2) & 0xFC00 == 0xDC00
    }

    // The caller has left four bytes for each unit.
    private static func store(
        _ scalar: UInt32, to output: UnsafeMutableRawBufferPointer, at position: Int
    ) -> Int {
        let last = UInt8(truncatingIfNeeded: scalar & 0x3F) | 0x80
        if scalar < 0x80 {
            output[position] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        if scalar < 0x800 {
            output[position] = UInt8(truncatingIfNeeded: scalar >> 6) | 0xC0
            output[position + 1] = last
            return 2
        }
        let middle = UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F) | 0x80
        if scalar < 0x10000 {
            output[position] = UInt8(truncatingIfNeeded: scalar >> 12) | 0xE0
            output[position + 1] = middle
            output[position + 2] = last
            return 3
        }
        output[position] = UInt8(truncatingIfNeeded: scalar >> 18) | 0xF0
        output[position + 1] = UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F) | 0x80
        output[position + 2] = middle
        output[position + 3] = last
        return 4
    }
}
