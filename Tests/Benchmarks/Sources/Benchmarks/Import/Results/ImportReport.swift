import Foundation

/// What runs of imports come to: a table for each size, and a chart.
enum ImportReport {
    /// Reports runs that were kept.
    static func run(_ options: ImportOptions) throws -> String {
        let runs = try options.reported.flatMap { try ResultsFile(path: $0).runs() }
        return try text(runs.filter { $0.contender.matches(options.only) }, chart: options.chart)
    }

    /// - Parameter chart: where the chart is to be written; nil for no chart.
    static func text(_ runs: [ImportRun], chart: String?) throws -> String {
        guard !runs.isEmpty else { throw BenchmarkFailure(description: "there are no runs to report") }
        if let chart { write(ImportChart(runs).svg, to: chart) }
        let sizes = Set(runs.map(\.records)).sorted()
        let tables = sizes.map { size in ImportTable.text(runs.filter { $0.records == size }, records: size) }
        let names = ContenderName.allCases.filter { name in runs.contains { $0.contender == name } }
        let notes = names.map { "- \($0.rawValue): \($0.note)" }
        return (tables + [notes.joined(separator: "\n")]).joined(separator: "\n\n")
    }

    // What could not be drawn is no reason to lose the tables, which may have taken hours.
    private static func write(_ text: String, to path: String) {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            Notice.say("the chart is not written: \(path): \(error.localizedDescription)")
        }
    }
}
