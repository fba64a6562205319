import Glibc

/// The escape sequences that announce a character set in ISO 2022.
enum EscapeSequences {
    private static let known: [(StaticString, String)] = [
        ("$@", "ISO-2022-JP"), ("$B", "ISO-2022-JP"), ("(J", "ISO-2022-JP"), ("(I", "ISO-2022-JP"),
        ("$(D", "ISO-2022-JP"), ("$)C", "ISO-2022-KR"), ("$)A", "ISO-2022-CN"),
    ]

    /// The encoding of the first such sequence; nil when there is none.
    static func encoding(of bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        var rest = bytes
        while let start = rest.baseAddress, let found = memchr(start, 0x1B, rest.count) {
            rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(found) - start + 1)...])
            let next = known.first { sequence in sequence.0.withUTF8Buffer { rest.starts(with: $0) } }
            if let next { return TextEncoding(named: next.1) }
        }
        return nil
    }
}
