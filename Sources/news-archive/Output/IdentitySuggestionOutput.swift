import NewsArchive

/// What `identity review` prints for a reader.
enum IdentitySuggestionText {
    static func text(_ found: [IdentitySuggestion], style: TextStyle) -> String {
        found.map { text($0, style) }.joined(separator: "\n")
    }

    private static func text(_ suggestion: IdentitySuggestion, _ style: TextStyle) -> String {
        let score = suggestion.score.map { "\(Int(($0 * 1000).rounded()) / 10) % of the text" } ?? "no text"
        let lines =
            ["\(suggestion.reason.rawValue) · \(score)"]
            + [suggestion.article, suggestion.other].flatMap { side in
                [
                    "  " + style.bold(TerminalText.plain(side.headline)),
                    "    " + style.dim(facts(of: side)),
                ]
            } + ["  news-archive \(command(suggestion))"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The arguments that would join the two.
    static func command(_ suggestion: IdentitySuggestion) -> String {
        "identity join \(suggestion.article.id) \(suggestion.other.id)"
    }

    private static func facts(of side: IdentitySuggestion.Side) -> String {
        var facts = [side.published.map(TimeText.text) ?? "undated"]
        if let source = side.source { facts.append(TerminalText.plain(source)) }
        facts.append("id \(side.id)")
        return facts.joined(separator: " · ")
    }
}

/// What `identity review --json` prints.
struct SuggestedPairsJSON: Encodable {
    let suggestions: [SuggestedPairJSON]
}

/// Two articles that may be one, as JSON.
struct SuggestedPairJSON: Encodable {
    let suggestion: IdentitySuggestion

    init(_ suggestion: IdentitySuggestion) {
        self.suggestion = suggestion
    }

    private enum Key: String, CodingKey {
        case reason, score, article, other, command
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(suggestion.reason.rawValue, forKey: .reason)
        try object.encode(suggestion.score, forKey: .score)
        try object.encode(SideJSON(side: suggestion.article), forKey: .article)
        try object.encode(SideJSON(side: suggestion.other), forKey: .other)
        try object.encode(IdentitySuggestionText.command(suggestion), forKey: .command)
    }

    private struct SideJSON: Encodable {
        let side: IdentitySuggestion.Side

        private enum Key: String, CodingKey {
            case id, headline, published, source
        }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(side.id.rawValue, forKey: .id)
            try object.encode(side.headline, forKey: .headline)
            try object.encode(side.published?.description, forKey: .published)
            try object.encode(side.source, forKey: .source)
        }
    }
}
