/// What a text's XML declaration says of its encoding.
enum XMLDeclaration {
    /// The label that it names; nil when it names none, or when none stands in the first 1,024 bytes.
    static func label(in start: UnsafeRawBufferPointer) -> String? {
        let bytes = isEBCDIC(start) ? ascii(start) : Array(start.prefix(1024))
        guard let begin = position(of: "<?xml", in: bytes[...]) else { return nil }
        var declaration = bytes[begin...]
        if let end = position(of: "?>", in: declaration) { declaration = declaration[..<end] }
        guard let name = position(of: "encoding", in: declaration) else { return nil }
        let rest = declaration[name...].dropFirst("encoding".utf8.count).drop(while: \.isBlank)
        guard rest.first == UInt8(ascii: "=") else { return nil }
        let value = rest.dropFirst().drop(while: \.isBlank)
        guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return nil
        }
        let label = value.dropFirst().prefix { $0 != quote }
        return label.isEmpty || label.count > 40 ? nil : String(decoding: label, as: UTF8.self)
    }

    /// Whether it begins `<?xm` as an IBM mainframe writes it.
    static func isEBCDIC(_ start: UnsafeRawBufferPointer) -> Bool {
        start.starts(with: [0x4C, 0x6F, 0xA7, 0x94] as [UInt8])
    }

    // The characters of a declaration are the same in all of EBCDIC's variants.
    private static func ascii(_ start: UnsafeRawBufferPointer) -> [UInt8] {
        guard let decoder = TextEncoding(named: "IBM037").flatMap(TextDecoder.init) else { return [] }
        var text: [UInt8] = []
        decoder.decode(UnsafeRawBufferPointer(rebasing: start.prefix(1024))) { text += $0 }
        return text
    }

    private static func position(of text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        text.withUTF8Buffer { text in
            bytes.indices.first { bytes[$0...].starts(with: text) }
        }
    }
}
