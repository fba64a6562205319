import NewsArchive

/// What `backup --json` prints.
struct BackupJSON: Encodable {
    let report: BackupReport

    init(_ report: BackupReport) {
        self.report = report
    }

    private enum Key: String, CodingKey {
        case path, articles, bytes, seconds
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(report.path, forKey: .path)
        try object.encode(report.articles, forKey: .articles)
        try object.encode(report.bytes, forKey: .bytes)
        try object.encode((report.seconds * 1000).rounded() / 1000, forKey: .seconds)
    }
}

/// What `compact --json` prints.
struct CompactionJSON: Encodable {
    let report: CompactionReport

    init(_ report: CompactionReport) {
        self.report = report
    }

    private enum Key: String, CodingKey {
        case path, bytesBefore = "bytes_before", bytesAfter = "bytes_after", seconds
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(report.path, forKey: .path)
        try object.encode(report.bytesBefore, forKey: .bytesBefore)
        try object.encode(report.bytesAfter, forKey: .bytesAfter)
        try object.encode((report.seconds * 1000).rounded() / 1000, forKey: .seconds)
    }
}
