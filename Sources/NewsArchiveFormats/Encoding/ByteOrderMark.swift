/// The bytes at a text's start that say in which encoding it is.
struct ByteOrderMark {
    let bytes: [UInt8]
    let encoding: TextEncoding

    /// All of them, each before those that it begins with.
    static let all = [
        ByteOrderMark(bytes: [0xEF, 0xBB, 0xBF], encoding: .utf8),
        ByteOrderMark(bytes: [0x00, 0x00, 0xFE, 0xFF], encoding: .utf32BigEndian),
        ByteOrderMark(bytes: [0xFF, 0xFE, 0x00, 0x00], encoding: .utf32LittleEndian),
        ByteOrderMark(bytes: [0xFE, 0xFF], encoding: .utf16BigEndian),
        ByteOrderMark(bytes: [0xFF, 0xFE], encoding: .utf16LittleEndian),
        ByteOrderMark(bytes: [0x84, 0x31, 0x95, 0x33], encoding: gb18030),
    ]

    /// Those that a text may begin with which was said to be in an encoding: of UTF-16 and UTF-32 in either order of bytes.
    static func expected(in encoding: TextEncoding) -> [ByteOrderMark] {
        all.filter { mark in
            mark.encoding == encoding || encoding.isWide && mark.encoding.unitWidth == encoding.unitWidth
        }
    }

    private static let gb18030 = TextEncoding(name: "GB18030", iconvName: "GB18030")
}
