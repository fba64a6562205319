/// What each byte means in an encoding in which a byte is a character.
struct SingleByteTable {
    /// For each byte its UTF-8, the first byte lowest, and over it in the fifth byte how many bytes that takes; 0 for a byte
    /// without meaning.
    let entries: [UInt64]

    /// The table of an encoding; nil when not every byte is a character of its own, or iconv does not know it.
    init?(_ encoding: TextEncoding) {
        guard let converter = IconvConverter(from: encoding.iconvName) else { return nil }
        var entries: [UInt64] = []
        for byte in UInt8.min...UInt8.max {
            guard let entry = Self.entry(byte, converter) else { return nil }
            entries.append(entry)
        }
        if encoding.name.hasPrefix("windows-125") { Self.keepControls(&entries) }
        if entries[0x4C] == Self.ascii("<") { Self.makeLineFeeds(&entries) }
        self.entries = entries
    }

    /// The character of a byte; nil for a byte without meaning.
    func scalar(_ byte: UInt8) -> UInt32? {
        let entry = entries[Int(byte)]
        let bytes = (0..<Int(entry >> 32)).map { UInt8(truncatingIfNeeded: entry >> (8 * UInt64($0))) }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value
    }

    private static func ascii(_ character: Unicode.Scalar) -> UInt64 { UInt64(character.value) | 1 << 32 }

    private static func entry(_ byte: UInt8, _ converter: IconvConverter) -> UInt64? {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 1) { buffer -> UInt64? in
            var dropped = buffer
            _ = converter.reset(to: &dropped)
            var output = buffer
            let stop = withUnsafeBytes(of: byte) { input in
                var rest = input
                return converter.convert(&rest, to: &output)
            }
            if stop == .undecodable { return 0 }
            // Some hold a letter back, for an accent may follow.
            guard stop == .end, converter.reset(to: &output) else { return nil }
            let count = buffer.count - output.count
            guard (1...4).contains(count) else { return nil }
            return (0..<count).reduce(UInt64(count) << 32) { $0 | UInt64(buffer[$1]) << (8 * UInt64($1)) }
        }
    }

    // As browsers do: what Windows leaves open there are the control characters of ISO 8859, so that no byte of a text
    // that was taken for windows-1252 is ever lost.
    private static func keepControls(_ entries: inout [UInt64]) {
        for byte in 0x80...0x9F where entries[byte] == 0 {
            entries[byte] = 0xC2 | UInt64(byte) << 8 | 2 << 32
        }
    }

    // EBCDIC ends lines with the character that becomes U+0085, which is no white space to XML.
    private static func makeLineFeeds(_ entries: inout [UInt64]) {
        for byte in entries.indices where entries[byte] == 0xC2 | 0x85 << 8 | 2 << 32 {
            entries[byte] = ascii("\n")
        }
    }
}
