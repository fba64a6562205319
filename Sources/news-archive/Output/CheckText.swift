import NewsArchive

/// What `check` prints for a reader.
enum CheckText {
    /// One line a problem, then what repair does about each kind, then how many there are.
    static func text(_ report: CheckReport, isQuiet: Bool) -> String {
        if isQuiet { return lines(report) }
        let looked = report.isDeep ? ", each article and dump by itself" : ""
        let summary =
            report.isClean
            ? "nothing is wrong: file, index, ids, keys, references and texts were looked at\(looked)\n"
            : summary(report)
        return lines(report) + summary
    }

    /// One line a problem, and what was not looked at.
    static func lines(_ report: CheckReport) -> String {
        let kinds = CheckReport.Kind.allCases.filter { report.counts[$0] != nil }
        let lines = kinds.flatMap { kind in
            let shown = report.problems.filter { $0.kind == kind }
            let rest = (report.counts[kind] ?? 0) - shown.count
            return shown.map(line) + (rest > 0 ? ["\(kind.rawValue): \(rest) more"] : [])
        }
        let omissions = report.omissions.map { "not looked at: \(TerminalText.plain($0))" }
        return (lines + omissions).map { $0 + "\n" }.joined()
    }

    private static func line(_ problem: CheckReport.Problem) -> String {
        let place = problem.place.map { " (\(TerminalText.plain($0)))" } ?? ""
        return "\(problem.kind.rawValue): \(TerminalText.plain(problem.text))\(place)"
    }

    private static func summary(_ report: CheckReport) -> String {
        let count = report.counts.values.reduce(0, +)
        let kinds = CheckReport.Kind.allCases.filter { report.counts[$0] != nil }
        var remedies: [String] = []
        for kind in kinds where !remedies.contains(kind.remedyText) { remedies.append(kind.remedyText) }
        return "\(count == 1 ? "1 problem" : "\(count) problems")\n"
            + remedies.map { "  \($0)\n" }.joined()
    }
}
