import NewsArchive

/// What `rekey` prints for a reader.
enum RekeyText {
    static func text(_ report: RekeyReport, isDryRun: Bool) -> String {
        let kinds = [("headlines", report.headlines), ("guids", report.guids), ("links", report.links)]
        let rows = kinds.map { name, keys in
            name + String(repeating: " ", count: 11 - name.count)
                + "\(keys.total) keys: \(keys.changed) changed, \(keys.added) added, \(keys.removed) removed\n"
        }
        let versions =
            report.previousVersion == report.version
            ? "\(report.version)" : "\(report.version), was \(report.previousVersion)"
        let note = DryRunText.suffix(isDryRun)
        return rows.joined() + "version    \(versions)\(note)\n"
    }
}

/// What `rekey --json` prints.
struct RekeyJSON: Encodable {
    let report: RekeyReport
    let isDryRun: Bool

    init(_ report: RekeyReport, isDryRun: Bool) {
        (self.report, self.isDryRun) = (report, isDryRun)
    }

    private enum Key: String, CodingKey {
        case headlines, guids, links, wrong, previousVersion = "previous_version", version,
            dryRun = "dry_run"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(KeysJSON(keys: report.headlines), forKey: .headlines)
        try object.encode(KeysJSON(keys: report.guids), forKey: .guids)
        try object.encode(KeysJSON(keys: report.links), forKey: .links)
        try object.encode(report.wrong, forKey: .wrong)
        try object.encode(report.previousVersion, forKey: .previousVersion)
        try object.encode(report.version, forKey: .version)
        try object.encode(isDryRun, forKey: .dryRun)
    }

    private struct KeysJSON: Encodable {
        let keys: RekeyReport.Keys

        private enum Key: String, CodingKey { case total, changed, added, removed, wrong }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(keys.total, forKey: .total)
            try object.encode(keys.changed, forKey: .changed)
            try object.encode(keys.added, forKey: .added)
            try object.encode(keys.removed, forKey: .removed)
            try object.encode(keys.wrong, forKey: .wrong)
        }
    }
}
