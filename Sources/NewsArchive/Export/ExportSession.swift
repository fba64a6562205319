import NewsArchiveSQLite

/// Writes the articles of an export one by one, and reads each back.
struct ExportSession {
    private let loader: ArticleLoader
    private var exporter: any ArticleExporter
    private let pieces: ExportPieces
    private var check: ExportCheck?
    private var report = ExportReport()

    init(_ connection: Connection, _ exporter: any ArticleExporter, _ pieces: ExportPieces) {
        loader = ArticleLoader(connection)
        self.exporter = exporter
        self.pieces = pieces
        check = exporter.reader.map(ExportCheck.init)
    }

    /// Writes them all.
    mutating func run(_ selection: ExportSelection) throws -> ExportReport {
        var text: [UInt8] = []
        exporter.begin(try selection.outline(), to: &text)
        try hand(&text)
        try selection.each { id in
            guard let article = try loader.load(id) else { return }
            guard exporter.write(article, to: &text) else {
                report.leftOut += 1
                return
            }
            report.articles += 1
            check?.expect(article)
            try hand(&text)
        }
        exporter.end(to: &text)
        try hand(&text)
        report.bytes = try pieces.finish()
        check?.finish()
        report.notSaid = check?.notSaid ?? [:]
        return report
    }

    private mutating func hand(_ text: inout [UInt8]) throws {
        try pieces.add(text)
        check?.read(text)
        text.removeAll(keepingCapacity: true)
    }
}
