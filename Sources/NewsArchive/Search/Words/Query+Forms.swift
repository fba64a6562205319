import NewsArchiveSQLite

extension Query {
    /// More phrases than this do not take the place of one.
    private static let mostVariants = 128

    /// The query with the forms of the words in ``forms(_:)`` as alternatives, in its place.
    func withForms(by finder: FormFinder) throws -> Query {
        switch self {
        case .words, .beginning, .near, .since, .until, .source, .views: return self
        case .forms(let inner): return try inner.expanded(by: finder)
        case .headline(let inner): return .headline(try inner.withForms(by: finder))
        case .body(let inner): return .body(try inner.withForms(by: finder))
        case .not(let inner): return .not(try inner.withForms(by: finder))
        case .all(let parts): return .all(try parts.map { try $0.withForms(by: finder) })
        case .any(let parts): return .any(try parts.map { try $0.withForms(by: finder) })
        }
    }

    private func expanded(by finder: FormFinder) throws -> Query {
        switch self {
        case .words(let text): return .anyOf(try Self.variants(of: text, by: finder).map(Query.words))
        case .beginning(let text):
            let variants = try Self.variants(of: text, keepingLast: true, by: finder)
            return .anyOf(variants.map(Query.beginning))
        case .near(let text, let distance):
            return .anyOf(try Self.variants(of: text, by: finder).map { .near($0, within: distance) })
        case .forms(let inner): return try inner.expanded(by: finder)
        case .headline(let inner): return .headline(try inner.expanded(by: finder))
        case .body(let inner): return .body(try inner.expanded(by: finder))
        case .not(let inner): return .not(try inner.expanded(by: finder))
        case .all(let parts): return .all(try parts.map { try $0.expanded(by: finder) })
        case .any(let parts): return .any(try parts.map { try $0.expanded(by: finder) })
        case .since, .until, .source, .views: return self
        }
    }

    private static func anyOf(_ parts: [Query]) -> Query { parts.count == 1 ? parts[0] : .any(parts) }

    /// A text with each of its words in each of its forms.
    private static func variants(
        of text: String, keepingLast: Bool = false, by finder: FormFinder
    ) throws -> [String] {
        let words = QueryWords(text)
        var choices: [[String]] = []
        for (number, word) in words.texts.enumerated() {
            let isKept = keepingLast && number == words.texts.count - 1
            choices.append(isKept ? [word] : try finder.forms(of: word).map(\.word))
        }
        limit(&choices, keeping: words.texts)
        return combinations(of: choices).map { words.replaced(by: $0) }
    }

    // The rarest forms of the word that has most of them go first; what was typed stays.
    private static func limit(_ choices: inout [[String]], keeping typed: [String]) {
        while true {
            var count = 1
            for choice in choices { count = min(count * choice.count, mostVariants + 1) }
            guard count > mostVariants,
                let longest = choices.indices.max(by: { choices[$0].count < choices[$1].count }),
                let rarest = choices[longest].lastIndex(where: { $0 != typed[longest] })
            else { return }
            choices[longest].remove(at: rarest)
        }
    }

    private static func combinations(of choices: [[String]]) -> [[String]] {
        choices.reduce([[]]) { begun, choice in
            begun.flatMap { beginning in choice.map { beginning + [$0] } }
        }
    }
}
