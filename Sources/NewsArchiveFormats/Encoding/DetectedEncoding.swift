/// The encoding that a text seems to be in, and what says so.
public struct DetectedEncoding: Equatable, Sendable {
    /// The encoding.
    public let encoding: TextEncoding
    /// How many bytes the byte order mark at the start takes; 0 when there is none.
    public let byteOrderMarkLength: Int
    /// What says so.
    public let reason: Reason

    /// What told the encoding.
    public enum Reason: Equatable, Sendable {
        /// The byte order mark.
        case byteOrderMark
        /// Bytes of zero stand where UTF-16 or UTF-32 has them.
        case zeroBytes
        /// The label that came with the text.
        case label(String)
        /// The XML declaration.
        case xmlDeclaration(String)
        /// All that is not ASCII is UTF-8, which chance does not make.
        case validUTF8
        /// Nearly all that is not ASCII is UTF-8; the rest is damage.
        case damagedUTF8
        /// All of it is ASCII, and nothing says otherwise.
        case plainASCII
        /// Escape sequences of ISO 2022.
        case escapeSequences
        /// How often which characters occur.
        case characterStatistics
        /// Too little is not ASCII to tell: the most usual encoding.
        case mostUsual
    }

    init(_ encoding: TextEncoding, _ reason: Reason, byteOrderMarkLength: Int = 0) {
        self.encoding = encoding
        self.reason = reason
        self.byteOrderMarkLength = byteOrderMarkLength
    }
}

extension DetectedEncoding.Reason: CustomStringConvertible {
    /// What told the encoding, in a few words.
    public var description: String {
        switch self {
        case .byteOrderMark: "byte order mark"
        case .zeroBytes: "pattern of zero bytes"
        case .label(let label): "label \"\(label)\""
        case .xmlDeclaration(let label): "XML declaration \"\(label)\""
        case .validUTF8: "valid UTF-8"
        case .damagedUTF8: "UTF-8 with damage"
        case .plainASCII: "plain ASCII"
        case .escapeSequences: "escape sequences"
        case .characterStatistics: "character statistics"
        case .mostUsual: "too little to tell; the most usual one"
        }
    }
}
