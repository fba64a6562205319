/// Characters that a terminal would obey, or that would turn a text round.
enum Controls {
    /// One of each kind, with letters between: BEL, ESC, DEL, CSI of C1, right-to-left override.
    static let text = "a\u{7}b\u{1B}[31mc\u{7F}d\u{9B}31me\u{202E}f"

    /// Those in a text but for line feeds.
    static func found(in bytes: [UInt8]) -> [UInt32] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value).filter { scalar in
            switch scalar {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }
}
