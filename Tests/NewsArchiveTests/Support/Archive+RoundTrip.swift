import NewsArchiveSQLite

@testable import NewsArchive

extension Archive {
    /// What an export writes, in one piece, and what it reports.
    func exported(
        _ query: Query? = nil, as format: ExportFormat
    ) async throws -> (bytes: [UInt8], report: ExportReport) {
        let pieces = Recorder<[UInt8]>()
        let report = try await export(query, as: format) { pieces.record($0) }
        return (Array(pieces.values.joined()), report)
    }

    /// The text that an export writes.
    func exportedText(_ query: Query? = nil, as format: ExportFormat) async throws -> String {
        String(decoding: try await exported(query, as: format).bytes, as: UTF8.self)
    }

    /// All articles, oldest first.
    func articles() async throws -> [Article] {
        try await read { connection in
            let loader = ArticleLoader(connection)
            var rows = try Statement(connection, "SELECT id FROM article ORDER BY id")
            let ids = try rows.all { ArticleID(rawValue: try $0.integer(0)) }
            return try ids.compactMap { try loader.load($0) }
        }
    }
}

/// An archive that was exported and imported into another one.
struct RoundTrip {
    let report: ExportReport
    let bytes: [UInt8]
    /// The articles that were written, and what became of each.
    let pairs: [(written: Article, read: Article?)]
    let counts: RecordCounts
    /// The format that the import found.
    let detected: DumpFormat?

    init(_ archive: Archive, _ format: ExportFormat) async throws {
        (bytes, report) = try await archive.exported(as: format)
        let dump = DumpInput.bytes(bytes, name: "export")
        detected = try? await Archive.inspectDump(dump, recordLimit: 0).format
        let copy = try Archive.inMemory()
        // The same headline with the same text stays two articles.
        let options = ImportOptions(identity: .exact, format: DumpFormat(rawValue: format.rawValue))
        counts = try await copy.importDump(dump, options: options).counts
        let read = try await copy.articles()
        let byPlace = Dictionary(
            read.flatMap { article in article.sightings.map { ($0.position, article) } },
            uniquingKeysWith: { first, _ in first })
        let written = try await archive.articles().filter { format != .listing || $0.published != nil }
        pairs = written.enumerated().map { ($0.element, byPlace[$0.offset]) }
    }

    /// In how many articles each part is another one.
    var differences: [ArticleField: Int] {
        var differences: [ArticleField: Int] = [:]
        for (written, read) in pairs {
            let (written, read) = (ArticleParts(written), read.map(ArticleParts.init))
            for (field, text) in written.texts where text != (read?.texts[field] ?? []) {
                differences[field, default: 0] += 1
            }
        }
        return differences
    }
}
