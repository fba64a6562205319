import NewsArchive

/// What `import --json` prints for a dump.
struct ImportJSON: Encodable {
    let report: ImportReport

    init(_ report: ImportReport) {
        self.report = report
    }

    private enum Key: String, CodingKey {
        case dump, format, records, added, seenAgain = "seen_again", revised, rejected, resumed, seconds
        case alreadyImported = "already_imported", interrupted
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(report.dump, forKey: .dump)
        try object.encode(report.format.rawValue, forKey: .format)
        try object.encode(report.counts.records, forKey: .records)
        try object.encode(report.counts.added, forKey: .added)
        try object.encode(report.counts.seenAgain, forKey: .seenAgain)
        try object.encode(report.counts.revised, forKey: .revised)
        try object.encode(report.counts.rejected, forKey: .rejected)
        try object.encode(report.resumed, forKey: .resumed)
        try object.encode((report.seconds * 1000).rounded() / 1000, forKey: .seconds)
        try object.encode(report.wasAlreadyImported, forKey: .alreadyImported)
        try object.encode(report.wasInterrupted, forKey: .interrupted)
    }
}

/// What `dumps --json` prints for a dump.
struct DumpJSON: Encodable {
    let dump: Dump

    init(_ dump: Dump) {
        self.dump = dump
    }

    private enum Key: String, CodingKey {
        case id, dump, format, source, bytes, digest, taken, records, added, seenAgain = "seen_again",
            revised,
            rejected
        case started, finished
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(dump.id, forKey: .id)
        try object.encode(dump.name, forKey: .dump)
        try object.encode(dump.format, forKey: .format)
        try object.encode(dump.source, forKey: .source)
        try object.encode(dump.bytes, forKey: .bytes)
        try object.encode(DumpText.hex(dump.digest), forKey: .digest)
        try object.encode(dump.taken, forKey: .taken)
        try object.encode(dump.counts.records, forKey: .records)
        try object.encode(dump.counts.added, forKey: .added)
        try object.encode(dump.counts.seenAgain, forKey: .seenAgain)
        try object.encode(dump.counts.revised, forKey: .revised)
        try object.encode(dump.counts.rejected, forKey: .rejected)
        try object.encode(DumpText.instant(dump.started), forKey: .started)
        try object.encode(dump.finished.map(DumpText.instant), forKey: .finished)
    }
}
