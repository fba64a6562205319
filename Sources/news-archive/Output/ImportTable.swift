import NewsArchive

/// What became of many dumps: a row for each format and source, and their sum.
struct ImportTable {
    private struct Kind: Hashable {
        let format: String
        let source: String
    }

    fileprivate struct Row {
        var dumps = 0
        var importedBefore = 0
        var counts = Counts()
    }

    /// The columns after the number of dumps.
    fileprivate struct Counts {
        var records = 0
        var added = 0
        var seenAgain = 0
        var revised = 0
        var rejected = 0

        var columns: [Int] { [records, added, seenAgain, revised, rejected] }
    }

    private var kinds: [Kind] = []
    private var rows: [Kind: Row] = [:]
    private var total = Row()
    private(set) var skipped = 0
    private(set) var failed = 0

    /// Whether there is nothing to say.
    var isEmpty: Bool { total.dumps == 0 }

    /// Counts a dump.
    mutating func add(_ report: ImportReport) {
        let kind = Kind(format: report.format.rawValue, source: report.source ?? "")
        if rows[kind] == nil { kinds.append(kind) }
        rows[kind, default: Row()].add(report)
        total.add(report)
    }

    /// Counts a file that is no dump.
    mutating func skip() { skipped += 1 }

    /// Counts a dump that could not be imported.
    mutating func fail() { failed += 1 }

    /// The table.
    func text(seconds: String, isDryRun: Bool) -> String {
        let titles = ["dumps", "records", "added", "seen again", "revised", "rejected"]
        let shown = kinds.count > 1 ? kinds.compactMap { rows[$0] } + [total] : [total]
        let names = kinds.count > 1 ? kinds.map(name) + ["all"] : kinds.map(name)
        let numbers = shown.map { ([$0.dumps] + $0.counts.columns).map(String.init) }
        let widths = titles.indices.map { column in
            max(titles[column].count, numbers.map { $0[column].count }.max() ?? 0)
        }
        func line(_ cells: [String], _ name: String) -> String {
            let padded = zip(cells, widths).map { cell, width in
                String(repeating: " ", count: width - cell.count) + cell
            }
            return padded.joined(separator: "  ") + (name.isEmpty ? "" : "  \(name)") + "\n"
        }
        let lines = [line(titles, "")] + zip(numbers, names).map { line($0, $1) }
        return lines.joined() + remarks(seconds: seconds, isDryRun: isDryRun)
    }

    private func name(_ kind: Kind) -> String {
        kind.source.isEmpty ? kind.format : "\(kind.format) · \(TerminalText.plain(kind.source))"
    }

    private func remarks(seconds: String, isDryRun: Bool) -> String {
        var parts = ["in \(seconds) s"]
        if total.importedBefore > 0 { parts.append("\(total.importedBefore) dumps were imported before") }
        if skipped > 0 { parts.append("\(skipped) files are no dumps") }
        if failed > 0 { parts.append("\(failed) could not be imported") }
        if isDryRun { parts.append("a dry run: nothing changed") }
        return parts.joined(separator: "; ") + "\n"
    }
}

extension ImportTable.Row {
    fileprivate mutating func add(_ report: ImportReport) {
        dumps += 1
        if report.wasAlreadyImported { importedBefore += 1 }
        counts.records += report.counts.records
        counts.added += report.counts.added
        counts.seenAgain += report.counts.seenAgain
        counts.revised += report.counts.revised
        counts.rejected += report.counts.rejected
    }
}
