import ArgumentParser
import NewsArchive

/// `news-archive formats`.
struct Formats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the formats that dumps are understood in.",
        discussion: "Format and encoding of a dump are found out from its bytes, never from its name.")

    @Flag(help: "Print as JSON, one object a format and line.")
    var json = false

    func run() {
        for format in DumpFormat.allCases {
            Output.line(json ? JSONText.compact(FormatJSON(format)) : Self.line(format))
        }
        if !json { Output.text(Self.others) }
    }

    private static func line(_ format: DumpFormat) -> String {
        let name = format.rawValue + String(repeating: " ", count: 11 - format.rawValue.count)
        return name + format.summary + (format.isAvailable ? "" : " (not in this build: trait Feeds)")
    }

    private static var others: String {
        let packings = Packing.gzip.isSupported ? "" : " (not in this build: trait Compression)"
        return """

            packed     gzip, zstd; a ZIP archive or a folder is taken as its files\(packings)
            encodings  UTF-8, UTF-16, UTF-32, windows-125x, ISO-8859-x, KOI8-R, GB18030, Big5, EUC-KR, EUC-JP, Shift_JIS
                       and what else the system's iconv knows (--encoding)
            fields     of json, jsonl, csv and tsv by their usual names; others by --map headline=Titel

            """
    }
}

private struct FormatJSON: Encodable {
    let format: String
    let summary: String
    let available: Bool

    init(_ format: DumpFormat) {
        (self.format, summary, available) = (format.rawValue, format.summary, format.isAvailable)
    }
}

extension DumpFormat {
    fileprivate var isAvailable: Bool { makeParser() != nil }

    fileprivate var summary: String {
        switch self {
        case .listing: "a site's listing as plain text: stamp, headline and paragraphs of each article"
        case .rss: "RSS 0.9x and 2.0"
        case .rdf: "RSS 0.90 and 1.0 (RDF)"
        case .atom: "Atom 0.3 and 1.0"
        case .jsonFeed: "JSON Feed 1.0 and 1.1"
        case .jsonLines: "JSON objects one after the other, mostly one a line"
        case .json: "an array of JSON objects, or an object that holds one"
        case .csv: "a table with a header row, parted by commas, semicolons or bars"
        case .tsv: "a table with a header row, parted by tabs"
        }
    }
}
