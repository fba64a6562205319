/// The runs of an import benchmark as a table: medians, and ratios to one of the contenders.
enum ImportTable {
    static func text(_ results: [ImportResult], records: Int, baseline: String) -> String {
        var names: [String] = []
        for result in results where !names.contains(result.contender) { names.append(result.contender) }
        let base = median(of: baseline, results)
        let rows = names.sorted { median(of: $0, results) < median(of: $1, results) }.map { name in
            row(name, results.filter { $0.contender == name }, base: base)
        }
        return """
            \(records) records; ratios to \(baseline)

            | contender | median | fastest–slowest | ratio | peak memory | file |
            | --- | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))
            """
    }

    private static func row(_ name: String, _ runs: [ImportResult], base: Double) -> String {
        let timing = timing(runs)
        let peak = runs.map(\.usage.peakBytes).max() ?? 0
        let size = runs.map(\.fileBytes).max() ?? 0
        return
            "| \(name) | \(NumberText.time(timing.median)) | \(NumberText.time(timing.best))–\(NumberText.time(timing.worst)) "
            + "| \(NumberText.factor(timing.median / max(base, .leastNormalMagnitude))) "
            + "| \(peak / 1_000_000) MB | \(size / 1_000_000) MB |"
    }

    private static func median(of name: String, _ results: [ImportResult]) -> Double {
        timing(results.filter { $0.contender == name }).median
    }

    private static func timing(_ runs: [ImportResult]) -> Timing {
        var timing = Timing()
        for run in runs { timing.add(.seconds(run.usage.seconds)) }
        return timing
    }
}
