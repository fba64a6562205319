import NewsArchiveSQLite

/// An index of FTS5 with the tokenizer of archives, over headlines and bodies.
struct TextIndex {
    let connection: Connection

    init(_ documents: [(headline: String, body: String)]) throws {
        connection = try Connection(.memory)
        try connection.registerSearch()
        try connection.execute(
            "CREATE VIRTUAL TABLE document USING fts5 (headline, body, tokenize = 'newsarchive 1')")
        var insert = try Statement(
            connection, "INSERT INTO document (rowid, headline, body) VALUES (?1, ?2, ?3)")
        for (number, document) in documents.enumerated() {
            try insert.bind(1, number)
            try insert.bind(2, document.headline)
            try insert.bind(3, document.body)
            try insert.run()
        }
    }

    /// The documents that a MATCH finds.
    func documents(_ match: String) throws -> [Int] {
        var statement = try Statement(
            connection, "SELECT rowid FROM document WHERE document MATCH ?1 ORDER BY rowid")
        try statement.bind(1, match)
        return try statement.all { Int(try $0.integer(0)) }
    }

    /// What FTS5 marks in the documents that a MATCH finds, as ranges of bytes. The documents have no brackets.
    func highlights(_ match: String) throws -> [(document: Int, headline: [Range<Int>], body: [Range<Int>])] {
        var statement = try Statement(
            connection,
            """
            SELECT rowid, highlight(document, 0, '[', ']'), highlight(document, 1, '[', ']')
            FROM document
            WHERE document MATCH ?1
            ORDER BY rowid
            """)
        try statement.bind(1, match)
        return try statement.all { row in
            (Int(try row.integer(0)), Self.ranges(try row.text(1)), Self.ranges(try row.text(2)))
        }
    }

    private static func ranges(_ marked: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var position = 0
        for byte in marked.utf8 {
            switch byte {
            case UInt8(ascii: "["): start = position
            case UInt8(ascii: "]"): ranges.append(start..<position)
            default: position += 1
            }
        }
        return ranges
    }
}
