/// The tables in which FTS5 keeps an index, read and written directly.
///
/// The format is documented at the beginning of SQLite's fts5_index.c and in https://www.sqlite.org/fts5.html, "FTS5 data
/// structures".
struct SegmentTables {
    /// The version of the format, as the index states it.
    static let version: Int64 = 4

    private static let averagesRow: Int64 = 1
    private static let structureRow: Int64 = 10
    /// A page's row has the segment's id above 37 bits of the page's place.
    private static let segmentShift: Int64 = 37

    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// nil where it is not exactly as documented.
    func structure() throws -> IndexStructure? {
        try record(Self.structureRow).flatMap(IndexStructure.init)
    }

    /// Takes over all that another index has.
    func take(_ other: SegmentTables) throws {
        guard var structure = try structure(), let added = try other.structure() else {
            throw SQLiteError(corrupt: "the full-text index is not of a known format")
        }
        for segment in added.segmentsByAge {
            guard let mine = structure.append(pagesOf: segment) else {
                throw SQLiteError(corrupt: "the full-text index has as many segments as it can have")
            }
            try takePages(of: segment, from: other, as: mine)
            try takeTerms(of: segment, from: other, as: mine)
        }
        try takeSizes(from: other)
        try putRecord(Self.averagesRow, try sumOfAverages(other))
        try putRecord(Self.structureRow, structure.bytes)
    }

    private func takePages(
        of segment: IndexStructure.Segment, from other: SegmentTables, as mine: IndexStructure.Segment
    ) throws {
        var pages = try Statement(
            other.connection,
            "SELECT id, block FROM article_search_data WHERE id >= ?1 AND id < ?2 ORDER BY id")
        let first = segment.id << Self.segmentShift
        try pages.bind(1, first)
        try pages.bind(2, (segment.id + 1) << Self.segmentShift)
        var insert = try Statement(
            connection, "INSERT INTO article_search_data (id, block) VALUES (?1, ?2)")
        try pages.forEach { page in
            try insert.bind(1, try page.integer(0) - first + mine.id << Self.segmentShift)
            try insert.bind(2, blob: try page.blob(1))
            try insert.run()
        }
    }

    private func takeTerms(
        of segment: IndexStructure.Segment, from other: SegmentTables, as mine: IndexStructure.Segment
    ) throws {
        var terms = try Statement(
            other.connection, "SELECT term, pgno FROM article_search_idx WHERE segid = ?1 ORDER BY term")
        try terms.bind(1, segment.id)
        var insert = try Statement(
            connection, "INSERT INTO article_search_idx (segid, term, pgno) VALUES (?1, ?2, ?3)")
        try terms.forEach { term in
            try insert.bind(1, mine.id)
            try insert.bind(2, blob: try term.blob(0))
            try insert.bind(3, try term.integer(1))
            try insert.run()
        }
    }

    // How many words each article has, in either column.
    private func takeSizes(from other: SegmentTables) throws {
        var sizes = try Statement(other.connection, "SELECT id, sz FROM article_search_docsize ORDER BY id")
        var insert = try Statement(
            connection, "INSERT INTO article_search_docsize (id, sz) VALUES (?1, ?2)")
        try sizes.forEach { size in
            try insert.bind(1, try size.integer(0))
            try insert.bind(2, blob: try size.blob(1))
            try insert.run()
        }
    }

    // The number of articles, and of the words of each column. An index without an article has none of them.
    private func sumOfAverages(_ other: SegmentTables) throws -> [UInt8] {
        let mine = try averages()
        let others = try other.averages()
        let count = max(mine.count, others.count)
        guard mine.isEmpty || others.isEmpty || mine.count == others.count else {
            throw SQLiteError(corrupt: "the full-text index has other columns")
        }
        var sum: [UInt8] = []
        for index in 0..<count {
            sum.append(
                varint: (index < mine.count ? mine[index] : 0) + (index < others.count ? others[index] : 0))
        }
        return sum
    }

    private func averages() throws -> [Int64] {
        var reader = VarintReader((try record(Self.averagesRow) ?? [])[...])
        var numbers: [Int64] = []
        while !reader.isAtEnd {
            guard let number = reader.next() else {
                throw SQLiteError(corrupt: "the averages of the full-text index cannot be read")
            }
            numbers.append(number)
        }
        return numbers
    }

    private func record(_ row: Int64) throws -> [UInt8]? {
        var statement = try Statement(connection, "SELECT block FROM article_search_data WHERE id = ?1")
        try statement.bind(1, row)
        return try statement.first { try $0.blob(0) }
    }

    private func putRecord(_ row: Int64, _ bytes: [UInt8]) throws {
        var statement = try Statement(
            connection, "REPLACE INTO article_search_data (id, block) VALUES (?1, ?2)")
        try statement.bind(1, row)
        try statement.bind(2, blob: bytes)
        try statement.run()
    }
}
