@testable import NewsArchiveFormats

/// The records of a listing.
func records(_ text: String) -> [ParsedRecord] {
    records(Array(text.utf8))
}

/// The records of a listing that arrives in pieces of the given size, or in one.
func records(_ bytes: [UInt8], pieces size: Int = .max, parser start: ListingParser = ListingParser())
    -> [ParsedRecord]
{
    var parser = start
    return records(of: bytes, into: &parser, pieces: size)
}

/// The articles of a listing.
func articles(_ text: String) -> [ParsedArticle] {
    records(text).compactMap(\.article)
}

/// The rejected records of a listing.
func rejected(_ text: String) -> [RejectedRecord] {
    records(text).compactMap(\.rejected)
}

extension ParsedRecord {
    var article: ParsedArticle? {
        if case .article(let article) = self { article } else { nil }
    }

    var rejected: RejectedRecord? {
        if case .rejected(let record) = self { record } else { nil }
    }

    var place: RecordPlace {
        switch self {
        case .article(let article): article.place
        case .rejected(let record): record.place
        }
    }
}

extension RecordPlace {
    /// The record's bytes in its dump.
    func bytes(in dump: [UInt8]) -> [UInt8] {
        Array(dump[byteOffset..<byteOffset + byteCount])
    }
}
