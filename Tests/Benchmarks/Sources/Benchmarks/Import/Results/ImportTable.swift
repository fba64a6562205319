/// The runs over one number of records as a table: medians, and ratios to one of the contenders.
enum ImportTable {
    private static let baseline = ContenderName.plainCOptimized

    static func text(_ runs: [ImportRun], records: Int) -> String {
        let contenders = ContenderRuns.all(runs).sorted { $0.timing.median < $1.timing.median }
        let base = contenders.first { $0.name == baseline }?.timing.median
        return """
            \(NumberText.grouped(Double(records))) records; ratios to \(baseline.rawValue)

            | contender | median | fastest–slowest | runs | ratio | peak memory | file |
            | --- | --- | --- | --- | --- | --- | --- |
            \(contenders.map { row($0, base: base) }.joined(separator: "\n"))
            """
    }

    private static func row(_ contender: ContenderRuns, base: Double?) -> String {
        let timing = contender.timing
        let cells = [
            contender.name.rawValue, NumberText.time(timing.median),
            "\(NumberText.time(timing.best))–\(NumberText.time(timing.worst))", "\(contender.runs.count)",
            base.map { NumberText.factor(timing.median / max($0, .leastNormalMagnitude)) } ?? "",
            "\(contender.peakBytes / 1_000_000) MB", "\(contender.fileBytes / 1_000_000) MB",
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }
}
