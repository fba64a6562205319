/// The report as a table for people.
enum MarkdownReport {
    static func text(_ report: ArchiveReport) -> String {
        let heading = "\(report.name): \(report.articles) articles, \(report.bytes / 1_048_576) MiB"
        let header = [
            "measure", "query", "articles", "ours: best (median)", "beside: best (median)", "beside what",
            "times as fast", "target", "holds",
        ]
        let rows = report.measures.map { cells($0, of: report) }
        return "## \(heading)\n\n\(legend)\n\n" + table([header] + rows)
    }

    private static let legend = """
        All are asked by a task and answer on a thread of their own, warm. "ids" are searches alone; "results" have headlines,
        marks and snippets, of ours or of FTS5. Times as fast: by the best runs. Holds: the target, and the same answer
        where both were asked for one.
        """

    private static func cells(_ measure: Measure, of report: ArchiveReport) -> [String] {
        let verdict = measure.verdict(articles: report.articles)
        return [
            measure.name,
            measure.query.map { "`\($0.typed)`" } ?? "",
            measure.query.map { NumberText.share($0.matches, of: report.articles) } ?? "",
            text(measure.ours),
            measure.other.map { text($0.timing) } ?? "",
            measure.other?.name ?? "",
            measure.speedup.map(NumberText.factor) ?? "",
            measure.target?.text ?? "",
            verdict.rawValue + (measure.agrees == false ? ": another answer" : ""),
        ]
    }

    private static func text(_ timing: Timing) -> String {
        "\(NumberText.time(timing.best)) (\(NumberText.time(timing.median)))"
    }

    // Columns as wide as their widest cell, so that it can be read as it is.
    private static func table(_ rows: [[String]]) -> String {
        guard let header = rows.first else { return "" }
        let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let rule = widths.map { String(repeating: "-", count: $0) }
        let all = [header, rule] + rows.dropFirst()
        return all.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return "| " + cells.joined(separator: " | ") + " |\n"
        }.joined()
    }
}
