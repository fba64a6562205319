/// UTF-16 and UTF-32 without a byte order mark: ASCII characters, which every dump has, leave bytes of zero.
enum ZeroBytes {
    /// The encoding whose zero bytes these are; nil when they are nobody's.
    static func encoding(of start: UnsafeRawBufferPointer) -> TextEncoding? {
        let part = start.prefix(4096)
        guard part.count >= 2, part.contains(0) else { return nil }
        var zeros = [0, 0, 0, 0]
        for (position, byte) in part.enumerated() where byte == 0 { zeros[position % 4] += 1 }
        let quarter = part.count / 4
        // UTF-32 has nothing above U+10FFFF: its highest byte is always zero, the next nearly.
        if quarter > 0, zeros[2] >= quarter, zeros[3] >= quarter, zeros[0] == 0 { return .utf32LittleEndian }
        if quarter > 0, zeros[0] >= quarter, zeros[1] >= quarter, zeros[3] == 0 { return .utf32BigEndian }
        let even = zeros[0] + zeros[2]
        let odd = zeros[1] + zeros[3]
        // A stray zero byte in a text makes it no other text.
        let enough = max(min(3, part.count / 2), part.count / 2 / 20)
        if odd >= enough, odd > even * 8 { return .utf16LittleEndian }
        if even >= enough, even > odd * 8 { return .utf16BigEndian }
        return nil
    }
}
