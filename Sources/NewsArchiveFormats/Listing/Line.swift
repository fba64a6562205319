/// One line of a dump. Its bytes are valid only while it is being handed over.
struct Line {
    /// From 1.
    let number: Int
    /// Bytes of the dump before the line; a byte order mark is none of it.
    let byteOffset: Int
    /// Without white space at its ends.
    let text: UnsafeRawBufferPointer
    /// Bytes of the dump before the text.
    let textOffset: Int
    /// Whether it was longer than the limit, and its text was let go.
    let isTooLong: Bool

    init(number: Int, byteOffset: Int, bytes: UnsafeRawBufferPointer, isTooLong: Bool = false) {
        // Also in the middle of a dump: two of them put together have one there.
        let mark = bytes.first == 0xEF && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let rest = UnsafeRawBufferPointer(rebasing: bytes[mark...])
        text = WhiteSpace.trimmed(rest)
        var start = byteOffset + mark
        if let first = rest.baseAddress, let trimmed = text.baseAddress { start += trimmed - first }
        self.number = number
        self.byteOffset = byteOffset + mark
        textOffset = start
        self.isTooLong = isTooLong
    }
}
