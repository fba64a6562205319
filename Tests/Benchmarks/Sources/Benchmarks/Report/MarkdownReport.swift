/// The report as a table for people.
enum MarkdownReport {
    static func text(_ report: ArchiveReport) -> String {
        let heading = "\(report.name): \(report.articles) articles, \(report.bytes / 1_048_576) MiB"
        let header = [
            "measure", "query", "articles", "ours: best (median)", "beside: best (median)", "beside what",
            "times as fast", "target", "holds",
        ]
        let rows = report.measures.map { cells($0, of: report) }
        return "## \(heading)\n\n\(legend)\n\n" + MarkdownTable.text([header] + rows)
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
}
