import NewsArchive

/// What is said of a join or a split.
enum IdentityChangeText {
    static func line(_ change: IdentityChange) -> String {
        let sightings = Counted.text(change.sightings, "sighting")
        let what =
            switch change.kind {
            case .join: "article \(change.other) joined to \(change.article)"
            case .split: "article \(change.other) split from \(change.article)"
            }
        var parts = ["\(change.id)", what, sightings, DumpText.instant(change.made)]
        if let undone = change.undone { parts.append("undone \(DumpText.instant(undone))") }
        return parts.joined(separator: " · ")
    }

    static func print(_ change: IdentityChange, asJSON: Bool) {
        Output.line(asJSON ? JSONText.compact(IdentityChangeJSON(change)) : line(change))
    }
}

/// A join or a split as JSON.
struct IdentityChangeJSON: Encodable {
    let change: IdentityChange

    init(_ change: IdentityChange) {
        self.change = change
    }

    private enum Key: String, CodingKey {
        case number, kind, article, other, sightings, made, undone
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(change.id, forKey: .number)
        try object.encode(change.kind.rawValue, forKey: .kind)
        try object.encode(change.article.rawValue, forKey: .article)
        try object.encode(change.other.rawValue, forKey: .other)
        try object.encode(change.sightings, forKey: .sightings)
        try object.encode(DumpText.instant(change.made), forKey: .made)
        try object.encode(change.undone.map(DumpText.instant), forKey: .undone)
    }
}
