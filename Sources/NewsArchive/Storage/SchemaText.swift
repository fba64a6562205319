/// A statement of a schema without what only people read: comments, and how the rest is spaced.
///
/// SQLite keeps the statement as it was written. Two versions of this library wrote the same table with another comment.
enum SchemaText {
    private static let closingQuotes: [UInt8: UInt8] = [
        UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "\""): UInt8(ascii: "\""),
        UInt8(ascii: "`"): UInt8(ascii: "`"), UInt8(ascii: "["): UInt8(ascii: "]"),
    ]

    /// The statement with one space wherever there was white space or a comment.
    static func bare(_ sql: String) -> String {
        var rest = Array(sql.utf8)[...]
        var bare: [UInt8] = []
        while let next = rest.first {
            if let count = gap(rest) {
                rest = rest.dropFirst(count)
                if bare.last != UInt8(ascii: " ") { bare.append(UInt8(ascii: " ")) }
            } else {
                let count = closingQuotes[next].map { quoted(rest, until: $0) } ?? 1
                bare += rest.prefix(count)
                rest = rest.dropFirst(count)
            }
        }
        if bare.last == UInt8(ascii: " ") { bare.removeLast() }
        return String(decoding: bare, as: UTF8.self)
    }

    // How many bytes at the beginning say nothing; nil when the first one does.
    private static func gap(_ sql: ArraySlice<UInt8>) -> Int? {
        if let first = sql.first, [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(first) { return 1 }
        if sql.starts(with: Array("--".utf8)) {
            return sql.firstIndex(of: 0x0A).map { $0 - sql.startIndex } ?? sql.count
        }
        guard sql.starts(with: Array("/*".utf8)) else { return nil }
        let text = sql.dropFirst(2)
        let end = text.indices.first { text[$0...].starts(with: Array("*/".utf8)) }
        return end.map { $0 + 2 - sql.startIndex } ?? sql.count
    }

    // How many bytes a quotation has. A quote that stands twice, and so is meant, ends it and begins another one.
    private static func quoted(_ sql: ArraySlice<UInt8>, until quote: UInt8) -> Int {
        sql.dropFirst().firstIndex(of: quote).map { $0 + 1 - sql.startIndex } ?? sql.count
    }
}
