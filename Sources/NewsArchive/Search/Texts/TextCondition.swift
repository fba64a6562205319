import NewsArchiveSQLite

/// How the texts of a query must hold together, each as its place in a list of ``TextPart``.
indirect enum TextCondition: Sendable {
    case part(Int)
    case all([TextCondition], butNot: [TextCondition])
    case any([TextCondition])

    /// Whether it holds where the parts hold that `isThere` says.
    func holds(_ isThere: (Int) -> Bool) -> Bool {
        switch self {
        case .part(let number): isThere(number)
        case .all(let wanted, let denied):
            wanted.allSatisfy { $0.holds(isThere) } && !denied.contains { $0.holds(isThere) }
        case .any(let parts): parts.contains { $0.holds(isThere) }
        }
    }

    /// The parts that are not denied.
    var wanted: [Int] {
        switch self {
        case .part(let number): [number]
        case .all(let wanted, _): wanted.flatMap(\.wanted)
        case .any(let parts): parts.flatMap(\.wanted)
        }
    }
}

/// Takes a query apart, in the way of ``MatchExpression``.
struct TextConditionBuilder {
    private(set) var parts: [TextPart] = []
    private(set) var words: [WordFinder.Word] = []

    private var wordNumbers: [WordFinder.Word: Int] = [:]
    private var phraseNumbers: [[Int]: Int] = [:]
    private var columns = TextColumns.both

    /// nil where FTS5 could not answer alone.
    mutating func condition(_ query: Query) -> TextCondition? {
        switch query {
        case .words(let text):
            return add(
                phrases: [phrase(text, isBeginning: MatchExpression.endsWithSingleIdeograph(text))],
                distance: 0)
        case .beginning(let text): return add(phrases: [phrase(text, isBeginning: true)], distance: 0)
        case .near(let text, let distance): return near(text, within: distance)
        case .headline(let inner): return condition(inner, in: .headline)
        case .body(let inner): return condition(inner, in: .body)
        case .forms(let inner): return condition(inner)
        case .any(let queries): return conditions(queries).map(TextCondition.any)
        case .all(let queries): return conjunction(queries)
        case .not, .since, .until, .source, .views: return nil
        }
    }

    private mutating func condition(_ inner: Query, in column: TextColumns) -> TextCondition? {
        let outer = columns
        defer { columns = outer }
        columns.formIntersection(column)
        return condition(inner)
    }

    private mutating func conditions(_ queries: [Query]) -> [TextCondition]? {
        let conditions = queries.compactMap { condition($0) }
        return conditions.isEmpty || conditions.count < queries.count ? nil : conditions
    }

    private mutating func conjunction(_ queries: [Query]) -> TextCondition? {
        var wanted: [Query] = []
        var denied: [Query] = []
        for query in queries {
            if case .not(let inner) = query { denied.append(inner) } else { wanted.append(query) }
        }
        guard let wanted = conditions(wanted) else { return nil }
        guard !denied.isEmpty else { return .all(wanted, butNot: []) }
        return conditions(denied).map { .all(wanted, butNot: $0) }
    }

    private mutating func near(_ text: String, within distance: Int) -> TextCondition? {
        let tokens = Tokenizer.tokens(of: text, inQuery: true).filter { !$0.isColocated }
        return add(
            phrases: tokens.map { phrase($0.text, isBeginning: $0.isSingleIdeograph) },
            distance: MatchExpression.distance(distance))
    }

    private mutating func add(phrases: [TextPart.Phrase], distance: Int) -> TextCondition? {
        guard !phrases.isEmpty, !phrases.contains(where: \.words.isEmpty) else { return nil }
        parts.append(TextPart(phrases: phrases, distance: distance, columns: columns))
        return .part(parts.count - 1)
    }

    private mutating func phrase(_ text: String, isBeginning: Bool) -> TextPart.Phrase {
        let tokens = Tokenizer.tokens(of: text, inQuery: true)
        let last = tokens.count - 1
        let words = tokens.indices.map {
            wordNumber(of: tokens[$0].text, isBeginning: isBeginning && $0 == last)
        }
        let number = phraseNumbers[words] ?? phraseNumbers.count
        phraseNumbers[words] = number
        return TextPart.Phrase(number: number, words: words)
    }

    private mutating func wordNumber(of text: String, isBeginning: Bool) -> Int {
        let word = WordFinder.Word(text, isBeginning: isBeginning)
        if let number = wordNumbers[word] { return number }
        wordNumbers[word] = words.count
        words.append(word)
        return words.count - 1
    }
}
