/// A format that dumps are kept in.
public enum DumpFormat: String, Hashable, Sendable, CaseIterable {
    /// A site's listing as plain text: a stamp, a headline and paragraphs for each article.
    case listing

    /// How many bytes of a dump ``detect(in:)`` wants to see: 64 KiB.
    public static let detectionLength = 65_536

    /// What the first bytes of a dump tell about it.
    public enum Detection: Equatable, Sendable {
        /// The dump is in this format.
        case format(DumpFormat)
        /// The dump holds nothing, or nothing but white space.
        case empty
        /// The dump is in no format that is known; the text says what it looks like.
        case unknown(String)
    }

    /// Finds out the format from the first bytes, never from a file's name.
    ///
    /// A listing is what has a line that is a header or a stamp among its first 64 KiB.
    public static func detect(in start: UnsafeRawBufferPointer) -> Detection {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if start.dropFirst(start.starts(with: mark) ? 3 : 0).allSatisfy(\.isBlank) { return .empty }
        if let other = knownSignature(start) { return .unknown(other) }
        return ListingParser.recognizes(start)
            ? .format(.listing) : .unknown("no line in it is a stamp or a header")
    }

    /// A parser for a dump in this format.
    public func makeParser() -> any DumpParser {
        switch self {
        case .listing: ListingParser()
        }
    }

    private static func knownSignature(_ start: UnsafeRawBufferPointer) -> String? {
        let signatures: [([UInt8], String)] = [
            (Array("SQLite format 3\0".utf8), "it is a SQLite database"),
            ([0xFF, 0xFE], "it looks like UTF-16; convert it to UTF-8"),
            ([0xFE, 0xFF], "it looks like UTF-16; convert it to UTF-8"),
            ([0xFF, 0xD8, 0xFF], "it is a JPEG picture"),
            ([0x89, 0x50, 0x4E, 0x47], "it is a PNG picture"),
            ([0x1F, 0x8B], "it is compressed with gzip; unpack it"),
            ([0x28, 0xB5, 0x2F, 0xFD], "it is compressed with zstd; unpack it"),
            ([0x50, 0x4B, 0x03, 0x04], "it is a ZIP archive; unpack it"),
            (Array("%PDF".utf8), "it is a PDF document"),
        ]
        return signatures.first { start.starts(with: $0.0) }?.1
    }
}
