extension Query {
    /// What somebody typed. Every text is a query, and none is an error.
    ///
    /// The grammar is in the article "The query language". What it has no meaning for is text.
    public init(_ typed: String) {
        var parser = QueryParser(QueryLexer.tokens(of: typed))
        self = parser.parse()
    }
}

/// What a typed query is made of, from left to right.
enum QueryToken: Equatable {
    /// A run without white space, quotes and parentheses.
    case word(String)
    /// What stood between quotes.
    case phrase(String)
    /// `~5` directly behind a phrase.
    case distance(Int)
    /// `name:` directly before a word, a phrase or a parenthesis.
    case field(String)
    /// `-` directly before something.
    case minus
    case open
    case close
}

/// Cuts what was typed into tokens.
enum QueryLexer {
    static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
    private static let fields: Set<String> = [
        "headline", "body", "forms", "since", "until", "on", "source", "views",
    ]

    static func tokens(of typed: String) -> [QueryToken] {
        var tokens: [QueryToken] = []
        var rest = Substring(typed)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if quotes.contains(first) {
                readPhrase(&rest, &tokens)
            } else if first == "(" || first == ")" {
                rest.removeFirst()
                tokens.append(first == "(" ? .open : .close)
            } else if first == "-", let next = rest.dropFirst().first, !next.isWhitespace {
                rest.removeFirst()
                tokens.append(.minus)
            } else {
                readWord(&rest, &tokens)
            }
        }
        return tokens
    }

    private static func readPhrase(_ rest: inout Substring, _ tokens: inout [QueryToken]) {
        rest.removeFirst()
        let text = rest.prefix { !quotes.contains($0) }
        tokens.append(.phrase(String(text)))
        rest = rest.dropFirst(text.count + 1)
        guard rest.first == "~" else { return }
        let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard let distance = Int(digits) else { return }
        tokens.append(.distance(min(distance, 10_000)))
        rest = rest.dropFirst(digits.count + 1)
    }

    private static func readWord(_ rest: inout Substring, _ tokens: inout [QueryToken]) {
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        let value = rest.dropFirst(name.count)
        if fields.contains(name.lowercased()), value.first == ":", hasValue(value.dropFirst()) {
            tokens.append(.field(name.lowercased()))
            rest = value.dropFirst()
            return
        }
        let word = rest.prefix { !$0.isWhitespace && !quotes.contains($0) && $0 != "(" && $0 != ")" }
        tokens.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
    }

    private static func hasValue(_ value: Substring) -> Bool {
        guard let first = value.first else { return false }
        return !first.isWhitespace && first != ")"
    }
}

/// Reads tokens as a query: `OR` binds weakest, then what stands side by side, then `-` and `NOT`.
struct QueryParser {
    /// Deeper parentheses than anybody types are read as if they were not there.
    private static let deepest = 16

    private let tokens: [QueryToken]
    private var position = 0
    private var depth = 0

    init(_ tokens: [QueryToken]) {
        self.tokens = tokens
    }

    mutating func parse() -> Query {
        var parts: [Query] = []
        while position < tokens.count {
            let start = position
            parts.append(alternatives())
            // A closing parenthesis that nothing opened.
            if position == start || next == .close { position += 1 }
        }
        return Self.joined(parts, Query.all)
    }

    private var next: QueryToken? { position < tokens.count ? tokens[position] : nil }

    private mutating func alternatives() -> Query {
        var parts = [sideBySide()]
        while next == .word("OR") {
            position += 1
            parts.append(sideBySide())
        }
        return Self.joined(parts.filter { $0 != .all([]) }, Query.any)
    }

    private mutating func sideBySide() -> Query {
        var parts: [Query] = []
        while let token = next, token != .close, token != .word("OR") {
            if token == .word("AND") {
                position += 1
            } else if let part = item() {
                parts.append(part)
            }
        }
        return Self.joined(parts, Query.all)
    }

    // One item, with what denies it. A denial of nothing is nothing.
    private mutating func item() -> Query? {
        var isDenied = false
        while next == .minus || next == .word("NOT") {
            isDenied.toggle()
            position += 1
        }
        guard let token = next, token != .close, token != .word("OR") else { return nil }
        position += 1
        let part = read(token)
        guard part != .all([]) else { return nil }
        return isDenied ? .not(part) : part
    }

    private mutating func read(_ token: QueryToken) -> Query {
        switch token {
        case .word(let text): return word(text)
        case .phrase(let text):
            guard case .distance(let distance)? = next else { return .words(text) }
            position += 1
            return .near(text, within: distance)
        case .field(let name): return depth < Self.deepest ? field(name) : .words(name)
        case .open: return group()
        case .minus, .distance, .close: return .all([])
        }
    }

    private mutating func group() -> Query {
        guard depth < Self.deepest else { return .all([]) }
        depth += 1
        let inner = alternatives()
        depth -= 1
        if next == .close { position += 1 }
        return inner
    }

    private func word(_ text: String) -> Query {
        text.hasSuffix("*") ? .beginning(String(text.dropLast())) : .words(text)
    }

    private mutating func field(_ name: String) -> Query {
        if next == .minus {
            position += 1
            return .not(field(name))
        }
        guard let token = next else { return .words(name) }
        position += 1
        depth += 1
        let value = read(token)
        depth -= 1
        switch name {
        case "headline": return value == .all([]) ? value : .headline(value)
        case "body": return value == .all([]) ? value : .body(value)
        case "forms": return value == .all([]) ? value : .forms(value)
        default:
            guard let text = Self.text(of: token) else { return .all([.words(name), value]) }
            return QueryFilter.query(name, text) ?? .words("\(name) \(text)")
        }
    }

    private static func text(of token: QueryToken) -> String? {
        switch token {
        case .word(let text), .phrase(let text): text
        default: nil
        }
    }

    private static func joined(_ parts: [Query], _ join: ([Query]) -> Query) -> Query {
        let meaningful = parts.filter { $0 != .all([]) }
        return meaningful.count == 1 ? meaningful[0] : meaningful.isEmpty ? .all([]) : join(meaningful)
    }
}
