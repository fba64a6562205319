extension HTMLScanner {
    /// Reads what begins with an &.
    mutating func readReference() {
        if byte(1) == UInt8(ascii: "#"), readNumber() { return }
        var end = index + 1
        while end < count, end - index <= 9, Self.isLetter(text[end]) || text[end].isDigit { end += 1 }
        let name = UnsafeRawBufferPointer(start: text + index + 1, count: end - index - 1)
        if end < count, text[end] == UInt8(ascii: ";"), let scalar = HTMLEntities.all.scalar(name) {
            writer.put(scalar: scalar)
            index = end + 1
        } else {
            writer.put(UInt8(ascii: "&"))
            index += 1
        }
    }

    // Its semicolon may be missing; a number that is no character is nothing.
    private mutating func readNumber() -> Bool {
        let isHexadecimal = byte(2) | 0x20 == UInt8(ascii: "x")
        var end = index + (isHexadecimal ? 3 : 2)
        let start = end
        var scalar: UInt32 = 0
        while end < count, let digit = digit(text[end], isHexadecimal) {
            if scalar < 0x110000 { scalar = scalar * (isHexadecimal ? 16 : 10) + digit }
            end += 1
        }
        guard end > start else { return false }
        if end < count, text[end] == UInt8(ascii: ";") { end += 1 }
        if (0x80...0x9F).contains(scalar) { scalar = HTMLEntities.windows1252[Int(scalar) - 0x80] }
        if scalar != 0xFFFE, scalar != 0xFFFF { writer.put(scalar: scalar) }
        index = end
        return true
    }

    private func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - UInt8(ascii: "0")) }
        let letter = byte | 0x20
        guard isHexadecimal, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
        return UInt32(letter - UInt8(ascii: "a")) + 10
    }
}
