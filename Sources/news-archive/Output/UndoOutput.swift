import NewsArchive

/// What `undo-import` prints for a reader.
enum UndoText {
    static func line(for report: UndoReport, isDryRun: Bool) -> String {
        let sightings = Counted.text(report.sightings, "sighting")
        let articles = Counted.text(report.removed, "article")
        let counts = "\(sightings) and \(articles) gone, \(report.changed) changed"
        return "\(TerminalText.plain(report.dump)): \(counts)" + DryRunText.suffix(isDryRun)
    }
}

/// What `undo-import --json` prints.
struct UndoJSON: Encodable {
    let report: UndoReport
    let dump: Dump
    let isDryRun: Bool

    init(_ report: UndoReport, of dump: Dump, isDryRun: Bool) {
        (self.report, self.dump, self.isDryRun) = (report, dump, isDryRun)
    }

    private enum Key: String, CodingKey {
        case dump, id, sightings, removed, changed, dryRun = "dry_run"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(report.dump, forKey: .dump)
        try object.encode(dump.id, forKey: .id)
        try object.encode(report.sightings, forKey: .sightings)
        try object.encode(report.removed, forKey: .removed)
        try object.encode(report.changed, forKey: .changed)
        try object.encode(isDryRun, forKey: .dryRun)
    }
}

/// What is said after a dry run.
enum DryRunText {
    static func suffix(_ isDryRun: Bool) -> String { isDryRun ? "; a dry run: nothing changed" : "" }
}
