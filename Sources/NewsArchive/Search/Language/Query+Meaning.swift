import NewsArchiveSQLite

extension Query {
    /// The query without what says nothing: texts without a word, and what is made of them alone; nil when that is all.
    var meaningful: Query? {
        switch self {
        case .words(let text), .beginning(let text), .near(let text, _):
            return Tokenizer.tokens(of: text, inQuery: true).isEmpty ? nil : self
        case .headline(let inner): return inner.meaningful?.within(Query.headline)
        case .body(let inner): return inner.meaningful?.within(Query.body)
        case .forms(let inner): return inner.meaningful.map(Query.forms)
        case .not(let inner): return inner.meaningful.map(Query.not)
        case .all(let parts): return Self.joined(parts, Query.all)
        case .any(let parts): return Self.joined(parts, Query.any)
        case .since, .until, .source, .views: return self
        }
    }

    private static func joined(_ parts: [Query], _ join: ([Query]) -> Query) -> Query? {
        let said = parts.compactMap(\.meaningful)
        return said.count > 1 ? join(said) : said.first
    }

    // A column holds for the texts in it. What is denied or is no text is not of a column.
    private func within(_ column: (Query) -> Query) -> Query {
        switch self {
        case .words, .beginning, .near: column(self)
        case .headline, .body, .since, .until, .source, .views: self
        case .forms(let inner): .forms(inner.within(column))
        case .not(let inner): .not(inner.within(column))
        case .all(let parts): .all(parts.map { $0.within(column) })
        case .any(let parts): .any(parts.map { $0.within(column) })
        }
    }
}

extension Query: CustomStringConvertible {
    /// The query in the words of the query language, with parentheses where they help.
    public var description: String {
        switch self {
        case .words(let text): Query(text) == self ? text : Self.quoted(text)
        case .beginning(let text): "\(text)*"
        case .near(let text, let distance): "\(Self.quoted(text))~\(distance)"
        case .headline(let inner): "headline:\(inner)"
        case .body(let inner): "body:\(inner)"
        case .forms(let inner): "forms:\(inner)"
        case .all(let parts): "(\(parts.map(\.description).joined(separator: " AND ")))"
        case .any(let parts): "(\(parts.map(\.description).joined(separator: " OR ")))"
        case .not(let inner): "NOT \(inner)"
        case .since(let time): "since:\(time)"
        case .until(let time): "until:\(time)"
        case .source(let name): "source:\(Self.quoted(name))"
        case .views(let range): "views:\(Self.text(range))"
        }
    }

    // A quote in a text separates words like any other sign, and would end the text.
    private static func quoted(_ text: String) -> String {
        "\"\(String(text.map { QueryLexer.quotes.contains($0) ? " " : $0 }))\""
    }

    private static func text(_ range: ClosedRange<Int64>) -> String {
        switch (range.lowerBound, range.upperBound) {
        case (let low, .max): ">=\(low)"
        case (.min, let high): high < 0 ? "<\(high + 1)" : "<=\(high)"
        case (let low, let high): low == high ? "\(low)" : "\(low)..\(high)"
        }
    }
}
