import NewsArchive

/// What `prune` prints for a reader.
enum PruneText {
    static func line(for report: PruneReport, before time: LocalTime, isDryRun: Bool) -> String {
        var parts = [
            "\(Counted.text(report.articles, "article")) from before \(time) pruned, with "
                + "\(Counted.text(report.sightings, "sighting")) and \(report.bytes) bytes of text"
        ]
        if report.kept > 0 { parts.append("\(report.kept) kept") }
        let line = parts.joined(separator: ", ")
        guard !isDryRun else { return line + DryRunText.suffix(true) }
        return report.articles > 0 ? line + "; news-archive compact makes the file smaller" : line
    }
}

/// What `prune --json` prints.
struct PruneJSON: Encodable {
    let report: PruneReport
    let time: LocalTime
    let isDryRun: Bool

    init(_ report: PruneReport, before time: LocalTime, isDryRun: Bool) {
        (self.report, self.time, self.isDryRun) = (report, time, isDryRun)
    }

    private enum Key: String, CodingKey {
        case before, articles, sightings, bytes, kept, dryRun = "dry_run"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(time.description, forKey: .before)
        try object.encode(report.articles, forKey: .articles)
        try object.encode(report.sightings, forKey: .sightings)
        try object.encode(report.bytes, forKey: .bytes)
        try object.encode(report.kept, forKey: .kept)
        try object.encode(isDryRun, forKey: .dryRun)
    }
}
