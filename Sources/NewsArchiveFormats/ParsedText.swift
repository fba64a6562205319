/// A text as its UTF-8 bytes: paragraphs with one line feed between them.
///
/// On its way into an archive no body becomes a `String`; ask for ``string`` where one is wanted.
public struct ParsedText: Hashable, Sendable {
    /// The bytes, which are UTF-8.
    public private(set) var utf8: [UInt8]

    /// The text of a string.
    public init(_ string: String = "") {
        utf8 = Array(string.utf8)
    }

    /// Bytes that were found to be UTF-8 before.
    package init(validUTF8 utf8: [UInt8]) {
        self.utf8 = utf8
    }

    /// Whether two texts are the same to the byte.
    public static func == (first: ParsedText, second: ParsedText) -> Bool {
        first.utf8.withUnsafeBytes { first in
            second.utf8.withUnsafeBytes { ByteComparison.areEqual(first, $0) }
        }
    }

    /// Whether two texts are the same bytes in the same place.
    package func isShared(with other: ParsedText) -> Bool {
        utf8.withUnsafeBytes { mine in
            other.utf8.withUnsafeBytes { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
        }
    }

    /// Whether there is no text.
    public var isEmpty: Bool { utf8.isEmpty }

    /// The text as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// The paragraphs in order.
    public var paragraphs: [String] {
        utf8.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}
