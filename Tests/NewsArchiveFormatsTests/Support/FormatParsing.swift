import NewsArchiveFormats

/// The records that a parser finds in bytes that arrive in pieces of the given size, or in one.
func records(of bytes: [UInt8], by start: any DumpParser, pieces size: Int = .max) -> [ParsedRecord] {
    var parser = start
    return records(of: bytes, into: &parser, pieces: size)
}

/// The same, of a parser that is asked more things afterwards.
func records<Parser: DumpParser>(
    of bytes: [UInt8], into parser: inout Parser, pieces size: Int = .max
) -> [ParsedRecord] {
    var records: [ParsedRecord] = []
    bytes.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(size)
            parser.parse(UnsafeRawBufferPointer(rebasing: piece)) { records.append($0) }
            rest = rest.dropFirst(piece.count)
        }
    }
    parser.finish { records.append($0) }
    return records
}

/// A record in a line: headline | body | time | views, or what is wrong with it.
func line(_ record: ParsedRecord) -> String {
    switch record {
    case .article(let article):
        let views = article.views.map(String.init) ?? "-"
        let time = article.published?.description ?? article.unreadableTime ?? "-"
        return "\(article.headline) | \(article.body.string) | \(time) | \(views)"
    case .rejected(let record): return record.reason.description
    }
}
