import NewsArchiveSQLite

/// Whether the keys that a source's words of an article have are those of guid and link: of an article and source each key
/// in one row at the most.
struct SourceKeyCheck: CheckPart {
    static let name = "keys of guids and links"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        for kind in SourceKeyKind.allCases {
            _ = try SourceKeyComparison(kind: kind).run(connection) { row, _ in
                log.add(
                    .sourceKey, table: "metadata", at: "metadata \(row.id)",
                    "the key of article \(row.article)'s \(kind) is not that of the \(kind)")
            }
        }
    }
}
