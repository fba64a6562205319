import NewsArchive

/// What `export` tells.
enum ExportText {
    /// That a file was written.
    static func line(_ report: ExportReport, path: String) -> String {
        "\(TerminalText.plain(path)): \(articles(report.articles)), \(report.bytes) bytes"
    }

    /// What the format could not say, a sentence a line.
    static func losses(_ report: ExportReport, _ format: ExportFormat) -> [String] {
        var lines: [String] = []
        if report.leftOut > 0 {
            lines.append(
                "\(articles(report.leftOut)) left out: \(format.rawValue) has no form for what has no date")
        }
        let parts = ArticleField.allCases.compactMap { field in
            report.notSaid[field].map { "\(field.rawValue) of \(articles($0))" }
        }
        if !parts.isEmpty {
            lines.append("\(format.rawValue) cannot say to the byte: \(parts.joined(separator: ", "))")
        }
        return lines
    }

    private static func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }
}
