import NewsArchiveSQLite

/// Holds the stored keys of guids, or of links, against what sources say of articles.
///
/// Of an article and source, each guid and link has its key in one row. A guid that has no key in any of its article's rows
/// may be one that names no article (``RepeatedKeys``), which an import left without: see ``Result/unborne``.
struct SourceKeyComparison {
    let kind: SourceKeyKind

    /// A statement of a source.
    struct Row {
        let id: Int64
        let article: Int64
        /// What is known by the key: whose it is, and its hash; nil for a guid or link that cannot be one.
        let name: Name?
        /// The key that the row has.
        let stored: Int64?
    }

    /// A key of a source: the same one of another source is another one.
    struct Name: Hashable {
        let source: Int64?
        let key: Int64
    }

    /// What a comparison found beside the rows that are wrong.
    struct Result {
        /// Keys that there should be, apart from ``unborne`` ones.
        var total = 0
        /// Rows that could have a key which no row of their article has.
        var unborne: [Row] = []
    }

    /// Calls `body` for each row that has another key than it should have.
    func run(_ connection: Connection, _ body: (Row, _ wanted: Int64?) throws -> Void) throws -> Result {
        var statement = try Statement(connection, kind.rows)
        var result = Result()
        var group: [Row] = []
        while try statement.step() {
            let row = try row(statement)
            if let last = group.last, last.article != row.article {
                try compare(group, &result, body)
                group = []
            }
            group.append(row)
        }
        try compare(group, &result, body)
        return result
    }

    private func row(_ statement: borrowing Statement) throws -> Row {
        let source = try statement.optionalInteger(2)
        let key = try statement.optionalText(3).flatMap { kind.key(of: $0, isOfKnownSource: source != nil) }
        return Row(
            id: try statement.integer(1), article: try statement.integer(0),
            name: key.map { Name(source: source, key: $0) }, stored: try statement.optionalInteger(4))
    }

    private func compare(
        _ rows: [Row], _ result: inout Result, _ body: (Row, _ wanted: Int64?) throws -> Void
    ) throws {
        let bearers = bearers(rows)
        result.total += bearers.count
        for row in rows {
            let wanted = row.name.flatMap { bearers[$0] == row.id ? $0.key : nil }
            if wanted != row.stored { try body(row, wanted) }
            if let name = row.name, bearers[name] == nil { result.unborne.append(row) }
        }
    }

    // Which rows have a key: the first one that has it, or else the first one with a wrong key. A key that is missing is none
    // that is wrong: what all records of a dump bear is nobody's name.
    private func bearers(_ rows: [Row]) -> [Name: Int64] {
        var bearers: [Name: Int64] = [:]
        for isRight in [true, false] {
            for row in rows {
                guard let name = row.name, let stored = row.stored, (stored == name.key) == isRight,
                    bearers[name] == nil
                else { continue }
                bearers[name] = row.id
            }
        }
        return bearers
    }
}

/// What a source calls an article by.
enum SourceKeyKind: CaseIterable {
    case guid
    case link

    func key(of text: String, isOfKnownSource: Bool) -> Int64? {
        switch self {
        case .guid: GuidKey(text, isOfKnownSource: isOfKnownSource)?.hash
        case .link: CanonicalLink(text)?.hash
        }
    }

    /// Article, row, source, text and key of each row that has one of the two.
    fileprivate var rows: String {
        switch self {
        case .guid:
            """
            SELECT article_id, id, source_id, guid, guid_key
            FROM metadata
            WHERE guid IS NOT NULL OR guid_key IS NOT NULL
            ORDER BY article_id, id
            """
        case .link:
            """
            SELECT article_id, id, source_id, url, link_key
            FROM metadata
            WHERE url IS NOT NULL OR link_key IS NOT NULL
            ORDER BY article_id, id
            """
        }
    }

    /// Whether a row of a source has a key.
    var isKnown: String {
        switch self {
        case .guid: "SELECT 1 FROM metadata WHERE guid_key = ?1 AND source_id IS ?2 LIMIT 1"
        case .link: "SELECT 1 FROM metadata WHERE link_key = ?1 AND source_id IS ?2 LIMIT 1"
        }
    }

    /// Gives rows their keys.
    func update(_ corrections: [(row: Int64, key: Int64?)], in connection: Connection) throws {
        let column =
            switch self {
            case .guid: "guid_key"
            case .link: "link_key"
            }
        var update = try Statement(connection, "UPDATE metadata SET \(column) = ?2 WHERE id = ?1")
        for (row, key) in corrections {
            try update.bind(1, row)
            try update.bind(2, key)
            try update.run()
        }
    }
}
