import NewsArchive

/// What `repair` prints for a reader.
enum RepairText {
    static func text(_ report: RepairReport) -> String {
        if report.found.isClean { return "nothing is wrong; nothing was changed\n" }
        let end =
            report.isDryRun
            ? "a dry run: nothing changed\n"
            : report.remaining.isClean ? "the archive is sound\n" : "this is still wrong:\n"
        return lines(report.repairs) + end + CheckText.lines(report.remaining)
    }

    /// One line for each thing that was done.
    static func lines(_ repairs: [RepairReport.Repair]) -> String {
        repairs.map { repair in
            let times = repair.count > 1 ? " (\(repair.count) times)" : ""
            return "\(repair.kind.rawValue): \(TerminalText.plain(repair.text))\(times)\n"
        }.joined()
    }
}

/// What `repair --into` prints for a reader.
enum SalvageText {
    static func text(_ report: SalvageReport, target: String) -> String {
        let width = report.tables.map(\.name.count).max() ?? 0
        let tables = report.tables.map { table in
            var line =
                table.name + String(repeating: " ", count: width - table.name.count + 2)
                + "\(table.rows) rows"
            if table.mended > 0 { line += ", \(table.mended) of them mended" }
            if table.dropped > 0 { line += ", \(table.dropped) dropped" }
            return line + "\n"
        }
        return tables.joined() + losses(report) + RepairText.lines(report.repairs)
            + "\(TerminalText.plain(target)): \(report.articles) articles salvaged; "
            + (report.remaining.isClean ? "the archive is sound\n" : "this is wrong:\n")
            + CheckText.lines(report.remaining)
    }

    private static func losses(_ report: SalvageReport) -> String {
        var lines: [String] = []
        if !report.knewTables {
            lines.append(
                "the page that says where the tables begin is lost: rows were known by what they look like, and some that were deleted may be back"
            )
        }
        if report.unreadablePages > 0 { lines.append("unreadable: \(report.unreadablePages) pages") }
        if report.strayPages > 0 { lines.append("found without a way to them: \(report.strayPages) pages") }
        if report.lostArticles > 0 { lines.append("lost: at least \(report.lostArticles) articles") }
        if report.lostTexts > 0 { lines.append("lost: the texts of at least \(report.lostTexts) articles") }
        if lines.isEmpty { lines.append("nothing seems to be missing") }
        return lines.map { $0 + "\n" }.joined()
    }
}
