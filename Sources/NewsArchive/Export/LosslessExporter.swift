import NewsArchiveSQLite

/// Writes an archive, or what a query finds in it, so that nothing is lost when it is read again.
///
/// To be used inside one snapshot. One article is in memory at a time, and of a query the ids that it finds.
final class LosslessExporter {
    private let connection: Connection
    private let loader: DossierLoader
    private let metadata: MetadataLoader
    private let dumps: ExportedDumpReader
    private var formerIDs: Statement
    private var nextIDs: Statement
    private var names: ExportNames

    /// Ids that are asked for at once.
    private static let page = 1000

    init(_ connection: Connection) throws {
        self.connection = connection
        loader = try DossierLoader(connection)
        metadata = MetadataLoader(connection)
        dumps = try ExportedDumpReader(connection)
        formerIDs = try Statement(connection, "SELECT id FROM former_id WHERE article_id = ?1 ORDER BY id")
        nextIDs = try Statement(
            connection, "SELECT id FROM article WHERE id > ?1 ORDER BY id LIMIT \(Self.page)")
        names = ExportNames(
            sources: try Self.names(connection, "SELECT id, name FROM source"),
            rules: try Self.names(connection, "SELECT id, name FROM identity_rule"))
    }

    /// Writes the lines, each with its line end.
    ///
    /// - Parameter ids: The articles to write, in order; nil for all.
    /// - Returns: how many articles were written.
    func export(_ ids: [ArticleID]?, to write: ([UInt8]) throws -> Void) throws -> Int {
        try write(line(ExportLine.first()))
        for (place, dump) in try dumps.dumps(of: ids).enumerated() {
            names.dumps[dump.row] = place
            try write(line(ExportLine.dump(dump)))
        }
        guard let ids else { return try exportAll(to: write) }
        let exported = Set(ids)
        for id in ids { try self.write(id, to: write) { exported.contains($0) } }
        return ids.count
    }

    private func exportAll(to write: ([UInt8]) throws -> Void) throws -> Int {
        var count = 0
        var last = Int64.min
        while true {
            try nextIDs.bind(1, last)
            let page = try nextIDs.all { ArticleID(rawValue: try $0.integer(0)) }
            for id in page { try self.write(id, to: write) { _ in true } }
            count += page.count
            guard page.count == Self.page, let end = page.last else { break }
            last = end.rawValue
        }
        for pruned in try PrunedReader(connection, sources: names.sources).all() {
            try write(line(ExportLine.pruned(pruned)))
        }
        return count
    }

    private func write(
        _ id: ArticleID, to write: ([UInt8]) throws -> Void, isExported: @escaping (ArticleID) -> Bool
    ) throws {
        guard let dossier = try loader.load(id) else { return }
        try formerIDs.bind(1, id.rawValue)
        let former = try formerIDs.all { ArticleID(rawValue: try $0.integer(0)) }
        let article = ExportedArticle(
            dossier, said: dossier.metadata.isEmpty ? [:] : try metadata.metadata(of: id), formerIDs: former,
            names: names, isExported: isExported)
        try write(line(ExportLine.article(article)))
    }

    private func line(_ json: JSONBuilder) -> [UInt8] { json.bytes + [0x0A] }

    private static func names(_ connection: Connection, _ query: String) throws -> [Int64: String] {
        var find = try Statement(connection, query)
        let rows = try find.all { (try $0.integer(0), try $0.text(1)) }
        return Dictionary(rows) { first, _ in first }
    }
}
