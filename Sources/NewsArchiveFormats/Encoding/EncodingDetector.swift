/// Finds out the encoding of a text from its first bytes.
///
/// In this order: a byte order mark; zero bytes as in UTF-16 and UTF-32; valid UTF-8, whatever a label says; the label that
/// came with the text, then that of the XML declaration, if the text can be in it; statistics of characters.
public enum EncodingDetector {
    /// The encoding of a text that begins so.
    ///
    /// - Parameters:
    ///   - start: The first bytes, as many as are at hand: those that are not ASCII decide, and they may come late.
    ///   - label: What came with the text and may be wrong: the charset of an HTTP header.
    public static func detect(in start: UnsafeRawBufferPointer, label: String? = nil) -> DetectedEncoding {
        if let mark = ByteOrderMark.all.first(where: { start.starts(with: $0.bytes) }) {
            return DetectedEncoding(mark.encoding, .byteOrderMark, byteOrderMarkLength: mark.bytes.count)
        }
        if let wide = ZeroBytes.encoding(of: start) { return DetectedEncoding(wide, .zeroBytes) }
        let labels = labels(start, label)
        guard let first = HighBytes.first(in: start) else { return detectASCII(start, labels) }
        let utf8 = UTF8Statistics(UnsafeRawBufferPointer(rebasing: start[first...]))
        if utf8.isClean { return DetectedEncoding(.utf8, .validUTF8) }
        let saysUTF8 = labels.contains { $0.encoding == .utf8 }
        if utf8.isMostly(orJustAsMuch: saysUTF8) { return DetectedEncoding(.utf8, .damagedUTF8) }
        for label in labels where label.encoding != .utf8 && label.fits(start, from: first) {
            return DetectedEncoding(label.encoding, label.reason)
        }
        return EncodingGuess.guess(UnsafeRawBufferPointer(rebasing: start[first...].prefix(1 << 18)))
    }

    // What comes with the text beats what it says itself, as RFC 7303 has it.
    private static func labels(_ start: UnsafeRawBufferPointer, _ label: String?) -> [StatedEncoding] {
        let declared = XMLDeclaration.label(in: start)
        let ebcdic = XMLDeclaration.isEBCDIC(start) ? "IBM037" : nil
        return [
            label.flatMap { StatedEncoding($0, .label($0)) },
            declared.flatMap { StatedEncoding($0, .xmlDeclaration($0)) },
            ebcdic.flatMap { StatedEncoding($0, .xmlDeclaration($0)) },
        ].compactMap(\.self)
    }

    private static func detectASCII(
        _ start: UnsafeRawBufferPointer, _ labels: [StatedEncoding]
    ) -> DetectedEncoding {
        if let encoding = EscapeSequences.encoding(of: start) {
            return DetectedEncoding(encoding, .escapeSequences)
        }
        if let label = labels.first(where: \.holdsASCII) {
            return DetectedEncoding(label.encoding, label.reason)
        }
        return DetectedEncoding(.utf8, .plainASCII)
    }
}

/// An encoding that somebody names.
struct StatedEncoding {
    let encoding: TextEncoding
    let reason: DetectedEncoding.Reason

    /// Nil when nobody knows the label.
    init?(_ label: String, _ reason: DetectedEncoding.Reason) {
        guard let encoding = TextEncoding(named: label) else { return nil }
        self.encoding = encoding
        self.reason = reason
    }

    /// Whether a text of ASCII alone can be in it.
    var holdsASCII: Bool {
        guard !encoding.isWide, let decoder = TextDecoder(encoding) else { return false }
        return Self.text("<a1>\n", by: decoder).elementsEqual("<a1>\n".utf8)
    }

    /// Whether the bytes around the first that is not ASCII are a text in it, a few damages granted.
    func fits(_ start: UnsafeRawBufferPointer, from first: Int) -> Bool {
        guard !encoding.isWide, let decoder = TextDecoder(encoding) else { return false }
        var high = 0
        var damaged = 0
        let part = UnsafeRawBufferPointer(rebasing: start[first...].prefix(1 << 15))
        for byte in part where byte >= 0x80 { high += 1 }
        decoder.decode(part) { text in
            for byte in text where byte == DecodedText.damage { damaged += 1 }
        }
        return damaged * 50 <= high
    }

    private static func text(_ ascii: StaticString, by decoder: TextDecoder) -> [UInt8] {
        var text: [UInt8] = []
        ascii.withUTF8Buffer { decoder.decode(UnsafeRawBufferPointer($0)) { text += $0 } }
        decoder.finish { text += $0 }
        return text
    }
}
