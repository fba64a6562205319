import NewsArchive

/// What `identity explain` prints of one article for a reader.
enum IdentityExplanationText {
    static func text(_ explanation: IdentityExplanation, style: TextStyle) -> String {
        let article = explanation.article
        var blocks = [head(article, style), sightings(article, style), keys(explanation, style)]
        if !explanation.changes.isEmpty {
            blocks.append(IdentityChangesText.block(explanation.changes, style))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    static func head(_ article: Article, _ style: TextStyle) -> String {
        let time = article.published.map(TimeText.text) ?? "undated"
        return style.bold(TerminalText.plain(article.headline)) + "\n"
            + style.dim("\(time) · id \(article.id)")
    }

    private static func sightings(_ article: Article, _ style: TextStyle) -> String {
        let title = style.bold(Counted.text(article.sightings.count, "sighting"))
        let lines = article.sightings.enumerated().map { place, sighting in
            let facts = [
                sighting.seen.map(\.description) ?? "undated",
                sighting.published.map { "stamped \(TimeText.text($0))" } ?? "no stamp",
                sighting.revision.map { "wording \($0 + 1)" },
                "\(TerminalText.plain(sighting.dump)), record \(sighting.position)",
                DecisionText.text(sighting.decision),
            ]
            return "  \(place + 1)  " + facts.compactMap(\.self).joined(separator: " · ")
        }
        return ([title] + lines).joined(separator: "\n")
    }

    private static func keys(_ explanation: IdentityExplanation, _ style: TextStyle) -> String {
        var lines = [style.bold("found by")]
        for key in explanation.headlines {
            let headlines = key.headlines.map { "\"\(TerminalText.plain($0))\"" }.joined(separator: ", ")
            let others = key.others == 0 ? "" : " · as \(Counted.text(key.others, "other article"))"
            lines.append("  headline  \(headlines) · key \(key.key)\(others)")
        }
        for name in explanation.names { lines.append("  " + SourceIdentityText.line(name)) }
        return lines.joined(separator: "\n")
    }
}

/// A guid or a link for a reader.
enum SourceIdentityText {
    static func line(_ name: SourceIdentity) -> String {
        let kind = name.kind == .guid ? "guid      " : "link      "
        let source = name.source.map { " · \(TerminalText.plain($0))" } ?? ""
        return kind + TerminalText.plain(name.text) + source + (name.isKey ? "" : " · names no article")
    }
}

/// What was decided by hand about the articles that are shown.
enum IdentityChangesText {
    static func block(_ changes: [IdentityChange], _ style: TextStyle) -> String {
        ([style.bold("by hand")] + changes.map { "  \(IdentityChangeText.line($0))" })
            .joined(separator: "\n")
    }
}

/// Why a record is of its article, for a reader.
enum DecisionText {
    static func text(_ decision: IdentityDecision) -> String {
        let agreement = decision.agreement.map { " (\($0 / 10) % of the text)" } ?? ""
        let other = decision.other.map { " · not article \($0)" } ?? ""
        return decision.rule.rawValue + agreement + other
    }
}

/// What `identity explain --json` prints of one article.
struct IdentityExplanationJSON: Encodable {
    let explanation: IdentityExplanation

    init(_ explanation: IdentityExplanation) {
        self.explanation = explanation
    }

    private enum Key: String, CodingKey {
        case id, headline, published, sightings, keys, names, changes
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        let article = explanation.article
        try object.encode(article.id.rawValue, forKey: .id)
        try object.encode(article.headline, forKey: .headline)
        try object.encode(article.published?.description, forKey: .published)
        try object.encode(
            article.sightings.enumerated().map { DecidedSightingJSON(number: $0 + 1, sighting: $1) },
            forKey: .sightings)
        try object.encode(explanation.headlines.map(HeadlineKeyJSON.init), forKey: .keys)
        try object.encode(explanation.names.map(SourceIdentityJSON.init), forKey: .names)
        try object.encode(explanation.changes.map(IdentityChangeJSON.init), forKey: .changes)
    }
}

private struct DecidedSightingJSON: Encodable {
    let number: Int
    let sighting: Sighting

    private enum Key: String, CodingKey {
        case number, dump, position, seen, published, revision, rule, other, agreement
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(number, forKey: .number)
        try object.encode(sighting.dump, forKey: .dump)
        try object.encode(sighting.position, forKey: .position)
        try object.encode(sighting.seen?.description, forKey: .seen)
        try object.encode(sighting.published?.description, forKey: .published)
        try object.encode(sighting.revision, forKey: .revision)
        try object.encode(sighting.decision.rule.rawValue, forKey: .rule)
        try object.encode(sighting.decision.other?.rawValue, forKey: .other)
        try object.encode(sighting.decision.agreement, forKey: .agreement)
    }
}

private struct HeadlineKeyJSON: Encodable {
    let key: Int64
    let headlines: [String]
    let others: Int

    init(_ identity: HeadlineIdentity) {
        (key, headlines, others) = (identity.key, identity.headlines, identity.others)
    }
}

/// A guid or a link as JSON.
struct SourceIdentityJSON: Encodable {
    let name: SourceIdentity

    init(_ name: SourceIdentity) {
        self.name = name
    }

    private enum Key: String, CodingKey {
        case kind, source, text, isKey = "is_key"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(name.kind.rawValue, forKey: .kind)
        try object.encode(name.source, forKey: .source)
        try object.encode(name.text, forKey: .text)
        try object.encode(name.isKey, forKey: .isKey)
    }
}
