import NewsArchive

/// What `stats` prints for a reader.
enum StatisticsText {
    static func text(_ statistics: Statistics) -> String {
        let rows: [(String, String)] = [
            ("articles", "\(statistics.articles)"), ("sightings", "\(statistics.sightings)"),
            ("revisions", "\(statistics.revisions)"), ("sources", "\(statistics.sources)"),
            ("dumps", "\(statistics.dumps)"), ("first", statistics.first.map(TimeText.text) ?? "-"),
            ("last", statistics.last.map(TimeText.text) ?? "-"), ("bytes", "\(statistics.bytes)"),
        ]
        return rows.map { name, value in
            name + String(repeating: " ", count: 11 - name.count) + value + "\n"
        }.joined()
    }
}

/// What `stats --json` prints.
struct StatisticsJSON: Encodable {
    let statistics: Statistics

    init(_ statistics: Statistics) {
        self.statistics = statistics
    }

    private enum Key: String, CodingKey {
        case articles, sightings, revisions, sources, dumps, first, last, bytes
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(statistics.articles, forKey: .articles)
        try object.encode(statistics.sightings, forKey: .sightings)
        try object.encode(statistics.revisions, forKey: .revisions)
        try object.encode(statistics.sources, forKey: .sources)
        try object.encode(statistics.dumps, forKey: .dumps)
        try object.encode(statistics.first?.description, forKey: .first)
        try object.encode(statistics.last?.description, forKey: .last)
        try object.encode(statistics.bytes, forKey: .bytes)
    }
}
