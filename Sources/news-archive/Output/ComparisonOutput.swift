import NewsArchive

/// What `identity explain` prints of two articles for a reader.
enum ComparisonText {
    static func text(_ comparison: IdentityComparison, style: TextStyle) -> String {
        var blocks = [
            IdentityExplanationText.head(comparison.first, style),
            IdentityExplanationText.head(comparison.second, style),
            facts(comparison), style.bold(verdict(comparison)),
        ]
        if !comparison.changes.isEmpty { blocks.append(IdentityChangesText.block(comparison.changes, style)) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func facts(_ comparison: IdentityComparison) -> String {
        let headlines = comparison.sharedHeadlines.map { "\"\(TerminalText.plain($0))\"" }
        let words = comparison.words.map(String.init).joined(separator: " and ")
        let agreement =
            comparison.agreement.map { "\(words) words, \($0 / 10).\($0 % 10) % of the shorter text" }
            ?? "\(words) words, not compared"
        let rows =
            [
                (
                    "headline",
                    headlines.isEmpty ? "no key in common" : "same key: " + headlines.joined(separator: ", ")
                ),
                ("stamp", comparison.haveSameStamp ? "the same" : "not the same"), ("text", agreement),
            ]
            + comparison.sharedNames.map { name in
                (
                    name.kind.rawValue,
                    "both: " + TerminalText.plain(name.text) + (name.isKey ? "" : ", which names no article")
                )
            }
        return rows.map { name, value in
            name + String(repeating: " ", count: 10 - name.count) + value
        }.joined(separator: "\n")
    }

    private static func verdict(_ comparison: IdentityComparison) -> String {
        let verdict = comparison.wouldBeOne ? "the rule takes them for one" : "the rule takes them for two"
        return "\(verdict): \(reason(comparison))"
    }

    private static func reason(_ comparison: IdentityComparison) -> String {
        switch comparison.rule {
        case .new: "they share no guid, no link and no headline"
        case .sameGuid: "the same source gave both the same guid"
        case .sameLink: "the same source gave both the same link"
        case .sameStamp: "same headline, same stamp"
        case .noText:
            "same headline, one is a headline alone, and their times are within 7 days or one has none"
        case .textsAgree where comparison.agreement == nil:
            "same headline, and a text is too short to tell them apart"
        case .textsAgree: "same headline, and the texts agree or one is too short to tell them apart"
        case .sameHeadline where comparison.words.contains(0):
            "same headline, one is a headline alone, and their times are more than 7 days apart"
        case .sameHeadline: "same headline, but less than half of the shorter text is in the longer one"
        case .headline, .exact, .joined, .split, .asBefore: comparison.rule.rawValue
        }
    }
}

/// What `identity explain --json` prints of two articles.
struct ComparisonJSON: Encodable {
    let comparison: IdentityComparison

    init(_ comparison: IdentityComparison) {
        self.comparison = comparison
    }

    private enum Key: String, CodingKey {
        case articles, sharedHeadlines = "shared_headlines", sameStamp = "same_stamp", words, agreement
        case sharedNames = "shared_names", wouldBeOne = "would_be_one", rule, changes
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode([comparison.first, comparison.second].map(SideJSON.init), forKey: .articles)
        try object.encode(comparison.sharedHeadlines, forKey: .sharedHeadlines)
        try object.encode(comparison.haveSameStamp, forKey: .sameStamp)
        try object.encode(comparison.words, forKey: .words)
        try object.encode(comparison.agreement, forKey: .agreement)
        try object.encode(comparison.sharedNames.map(SourceIdentityJSON.init), forKey: .sharedNames)
        try object.encode(comparison.wouldBeOne, forKey: .wouldBeOne)
        try object.encode(comparison.rule.rawValue, forKey: .rule)
        try object.encode(comparison.changes.map(IdentityChangeJSON.init), forKey: .changes)
    }

    private struct SideJSON: Encodable {
        let id: Int64
        let headline: String
        let published: String?

        init(_ article: Article) {
            (id, headline, published) = (
                article.id.rawValue, article.headline, article.published?.description
            )
        }

        private enum Key: String, CodingKey { case id, headline, published }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(id, forKey: .id)
            try object.encode(headline, forKey: .headline)
            // Absent values are null.
            try object.encode(published, forKey: .published)
        }
    }
}
