/// One line of a dump. Its bytes are valid only while it is being handed over.
struct Line {
    /// From 1.
    let number: Int
    /// Bytes of the dump before the line.
    let byteOffset: Int
    /// Without white space at its ends, without a byte order mark at the start of the dump.
    let text: UnsafeRawBufferPointer
    /// Bytes of the dump before the text.
    let textOffset: Int
    /// Whether it was longer than the limit, and its text was let go.
    let isTooLong: Bool

    init(number: Int, byteOffset: Int, bytes: UnsafeRawBufferPointer, isTooLong: Bool = false) {
        var start = byteOffset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var end = bytes.count
        while start < end, bytes[start].isBlank { start += 1 }
        while start < end, bytes[end - 1].isBlank { end -= 1 }
        self.number = number
        self.byteOffset = byteOffset
        text = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        textOffset = byteOffset + start
        self.isTooLong = isTooLong
    }
}
