import NewsArchive

/// What `merge` prints for a reader.
enum MergeText {
    static func line(_ report: MergeReport, archive: String, isDryRun: Bool) -> String {
        let counts = report.counts
        var facts = [
            "\(report.dumps) new \(report.dumps == 1 ? "dump" : "dumps"), \(report.known) known",
            "\(counts.records) records: \(counts.added) added, \(counts.seenAgain) seen again, \(counts.revised) revised",
        ]
        if isDryRun { facts.append("a dry run: nothing changed") }
        return "\(TerminalText.plain(archive)): \(facts.joined(separator: "; "))"
    }
}

/// What `merge --json` prints of an archive.
struct MergeJSON: Encodable {
    let report: MergeReport
    let archive: String

    init(_ report: MergeReport, archive: String) {
        self.report = report
        self.archive = archive
    }

    private enum Key: String, CodingKey {
        case archive, dumps, known, records, added, seenAgain = "seen_again", revised
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(archive, forKey: .archive)
        try object.encode(report.dumps, forKey: .dumps)
        try object.encode(report.known, forKey: .known)
        try object.encode(report.counts.records, forKey: .records)
        try object.encode(report.counts.added, forKey: .added)
        try object.encode(report.counts.seenAgain, forKey: .seenAgain)
        try object.encode(report.counts.revised, forKey: .revised)
    }
}
