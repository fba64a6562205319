import NewsArchiveSQLite

/// Whether the keys that a source's words of an article have are those of guid and link: of an article and source each key
/// in one row at the most.
struct SourceKeyCheck: CheckPart {
    static let name = "keys of guids and links"

    /// A row of metadata with the keys that it should have.
    struct Correction {
        let row: Int64
        let article: Int64
        let guidKey: Int64?
        let linkKey: Int64?
    }

    func run(_ connection: Connection, _ log: CheckLog) throws {
        try Self.corrections(connection) { correction in
            log.add(
                .sourceKey, table: "metadata", at: "metadata \(correction.row)",
                "the keys of article \(correction.article) are not those of its guid and link")
        }
    }

    struct Row {
        let id: Int64
        let source: Int64?
        /// The hashes of its own guid and link.
        let guid: Int64?
        let link: Int64?
        /// The keys that it has.
        var guidKey: Int64?
        var linkKey: Int64?
    }

    /// Calls `body` for each row whose keys are wrong.
    static func corrections(_ connection: Connection, _ body: (Correction) throws -> Void) throws {
        var statement = try Statement(
            connection,
            """
            SELECT article_id, id, source_id, guid, url, guid_key, link_key
            FROM metadata
            ORDER BY article_id, id
            """)
        var article: Int64?
        var rows: [Row] = []
        while try statement.step() {
            let next = try statement.integer(0)
            if let article, next != article {
                try correct(rows, of: article, body)
                rows = []
            }
            article = next
            rows.append(try Row(statement))
        }
        if let article { try correct(rows, of: article, body) }
    }

    private static func correct(
        _ rows: [Row], of article: Int64, _ body: (Correction) throws -> Void
    ) throws {
        let guids = bearers(rows, of: \.guid, \.guidKey)
        let links = bearers(rows, of: \.link, \.linkKey)
        for (place, row) in rows.enumerated() {
            let guid = guids.contains(place) ? row.guid : nil
            let link = links.contains(place) ? row.link : nil
            guard guid != row.guidKey || link != row.linkKey else { continue }
            try body(Correction(row: row.id, article: article, guidKey: guid, linkKey: link))
        }
    }

    // Which rows have a key: of each source and hash the first one that has it, or else the first one with a wrong key. A
    // key that is missing is none that is wrong: what all records of a dump bear is nobody's name.
    private static func bearers(
        _ rows: [Row], of hash: KeyPath<Row, Int64?>, _ key: KeyPath<Row, Int64?>
    ) -> Set<Int> {
        var bearers: [[Int64?]: Int] = [:]
        for isRight in [true, false] {
            for (place, row) in rows.enumerated() {
                guard let own = row[keyPath: hash], let found = row[keyPath: key], (found == own) == isRight
                else { continue }
                let name = [row.source, own]
                if bearers[name] == nil { bearers[name] = place }
            }
        }
        return Set(bearers.values)
    }
}

extension SourceKeyCheck.Row {
    fileprivate init(_ row: borrowing Statement) throws {
        id = try row.integer(1)
        source = try row.optionalInteger(2)
        let isOfKnownSource = source != nil
        guid = try row.optionalText(3).flatMap { GuidKey($0, isOfKnownSource: isOfKnownSource)?.hash }
        link = try row.optionalText(4).flatMap { CanonicalLink($0)?.hash }
        guidKey = try row.optionalInteger(5)
        linkKey = try row.optionalInteger(6)
    }
}
