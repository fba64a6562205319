extension Query {
    /// The whole words, folded, that a query looks for: not those it denies, nor beginnings of words; and whether other
    /// forms of them will do.
    var checkedWords: [(text: String, hasForms: Bool)] { checkedWords(hasForms: false) }

    private func checkedWords(hasForms: Bool) -> [(text: String, hasForms: Bool)] {
        switch self {
        case .words(let text), .near(let text, _): QueryWords(text).texts.map { ($0, hasForms) }
        case .beginning(let text): QueryWords(text).texts.dropLast().map { ($0, hasForms) }
        case .headline(let inner), .body(let inner): inner.checkedWords(hasForms: hasForms)
        case .forms(let inner): inner.checkedWords(hasForms: true)
        case .all(let parts), .any(let parts): parts.flatMap { $0.checkedWords(hasForms: hasForms) }
        case .not, .since, .until, .source, .views: []
        }
    }

    /// The query with the nearest words of an archive in place of those that it does not have.
    ///
    /// What the query denies stays as it is, and so do beginnings of words. ``description`` is the corrected query as it
    /// could be typed.
    ///
    /// - Parameter suggestions: What ``Archive/suggestions(for:timeout:)`` gave for it.
    public func corrected(by suggestions: [Suggestion]) -> Query {
        var words: [String: String] = [:]
        for suggestion in suggestions { words[suggestion.word] = suggestion.nearest.first?.word }
        return words.isEmpty ? self : replacing(words)
    }

    private func replacing(_ words: [String: String]) -> Query {
        switch self {
        case .words(let text): .words(Self.replacing(words, in: text))
        case .near(let text, let distance): .near(Self.replacing(words, in: text), within: distance)
        case .beginning(let text): .beginning(Self.replacing(words, in: text, keepingLast: true))
        case .headline(let inner): .headline(inner.replacing(words))
        case .body(let inner): .body(inner.replacing(words))
        case .forms(let inner): .forms(inner.replacing(words))
        case .all(let parts): .all(parts.map { $0.replacing(words) })
        case .any(let parts): .any(parts.map { $0.replacing(words) })
        case .not, .since, .until, .source, .views: self
        }
    }

    private static func replacing(
        _ words: [String: String], in text: String, keepingLast: Bool = false
    ) -> String {
        let typed = QueryWords(text)
        var replaced = typed.texts.map { words[$0] ?? $0 }
        if keepingLast, let last = typed.texts.last { replaced[replaced.count - 1] = last }
        return typed.replaced(by: replaced)
    }
}
