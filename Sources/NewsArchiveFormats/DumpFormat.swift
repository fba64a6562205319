/// A format that dumps are kept in.
public enum DumpFormat: String, Hashable, Sendable, CaseIterable {
    /// A site's listing as plain text: a stamp, a headline and paragraphs for each article.
    case listing
    /// RSS 0.9x and 2.0.
    case rss
    /// RSS 0.90 and 1.0, which are RDF.
    case rdf
    /// Atom 0.3 and 1.0.
    case atom
    /// JSON Feed 1.0 and 1.1.
    case jsonFeed = "json-feed"
    /// JSON objects one after the other, mostly one a line.
    case jsonLines = "jsonl"
    /// An array of JSON objects, or an object that holds one.
    case json
    /// A table with a header row, its columns parted by commas, semicolons or bars.
    case csv
    /// A table with a header row, its columns parted by tabs.
    case tsv

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

    /// Finds out the format from the first bytes, unpacked and as UTF-8, never from a file's name.
    ///
    /// A table is what begins with a row of names that are known; a listing is what has a line that is a header or a stamp
    /// among its first 64 KiB.
    ///
    /// - Parameter fieldNames: names by which a table's header is known, too.
    public static func detect(
        in start: UnsafeRawBufferPointer, fieldNames: FieldNames = FieldNames()
    ) -> Detection {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if start.dropFirst(start.starts(with: mark) ? 3 : 0).allSatisfy(\.isBlank) { return .empty }
        if let other = knownSignature(start) { return .unknown(other) }
        if let json = JSONSigns.format(start) { return .format(json) }
        if let feed = FeedRecognition.format(of: start) { return FeedRecognition.detection(of: feed) }
        // Before the listing: a field with line ends may hold a line that is a stamp.
        if let table = TableParser.format(start, fieldNames: fieldNames) { return .format(table) }
        return ListingParser.recognizes(start)
            ? .format(.listing) : .unknown("it is in none of the formats that are known")
    }

    /// A parser for a dump in this format; nil when this build has none, for the trait that brings it is off.
    public func makeParser(_ options: ParserOptions = ParserOptions()) -> (any DumpParser)? {
        switch self {
        case .listing: ListingParser()
        case .rss, .rdf, .atom: FeedRecognition.makeParser()
        case .jsonLines: JSONParser(isLines: true, fieldNames: options.fieldNames)
        case .jsonFeed, .json: JSONParser(isLines: false, fieldNames: options.fieldNames)
        case .csv, .tsv: TableParser(fieldNames: options.fieldNames)
        }
    }

    /// What a file is that is known to be no text; nil for all others.
    package static func knownSignature(_ start: UnsafeRawBufferPointer) -> String? {
        let signatures: [([UInt8], String)] = [
            (Array("SQLite format 3\0".utf8), "it is a SQLite database"),
            ([0xFF, 0xD8, 0xFF], "it is a JPEG picture"),
            ([0x89, 0x50, 0x4E, 0x47], "it is a PNG picture"),
            (Array("%PDF".utf8), "it is a PDF document"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "it is packed by xz; unpack it"),
            (Array("BZh".utf8), "it is packed by bzip2; unpack it"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "it is a 7z archive; unpack it"),
            (Array("Rar!\u{1A}".utf8), "it is a RAR archive; unpack it"),
        ]
        if start.dropFirst(257).starts(with: "ustar".utf8) { return "it is a tar archive; unpack it" }
        return signatures.first { start.starts(with: $0.0) }?.1
    }
}
