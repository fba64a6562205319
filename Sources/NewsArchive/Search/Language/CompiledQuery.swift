import NewsArchiveSQLite

/// A query in the languages of FTS5 and SQL.
///
/// What FTS5 can answer goes into one MATCH, which ranks; the rest becomes conditions on the article.
/// A query without any text of its own has no MATCH, and its articles no rank.
struct CompiledQuery: Equatable, Sendable {
    /// A value for a placeholder of ``conditions``.
    enum Binding: Equatable, Sendable {
        case integer(Int64)
        case text(String)
    }

    /// The part that FTS5 can answer.
    private(set) var text: Query?
    /// That part as a MATCH, in the language of FTS5.
    private(set) var match: String?
    /// What to show of the articles found: any of the texts that are not denied, also those that need not all occur.
    private(set) var shown: Query?
    /// Conditions on `article`, each with `?` for its values.
    private(set) var conditions: [String] = []
    private(set) var bindings: [Binding] = []
    /// The ids that articles of the time asked for can have, but for what spilled over.
    private(set) var minutes: ClosedRange<Int64> = .min ... .max

    /// A query that every article answers.
    init() {}

    /// Compiles a query; nil when nothing in it says anything.
    ///
    /// - Parameters:
    ///   - query: what ``FormFinder`` has put the forms of words in; those that it has not have no others.
    ///   - sources: the rows of the table source, by folded name.
    init?(_ query: Query, sources: [[UInt8]: [Int64]]) {
        guard let query = query.meaningful else { return nil }
        let parts = if case .all(let parts) = query { parts } else { [query] }
        var texts: [Query] = []
        var denied: [Query] = []
        var others: [Query] = []
        for part in parts {
            if case .not(let inner) = part, MatchExpression.text(of: inner) != nil {
                denied.append(inner)
            } else if MatchExpression.text(of: part) != nil {
                texts.append(part)
            } else {
                others.append(part)
            }
        }
        if texts.isEmpty {
            others += denied.map { .not($0) }
        } else {
            let query = Query.all(texts + denied.map { .not($0) })
            text = query
            match = MatchExpression.text(of: query)
        }
        var builder = ConditionBuilder(sources: sources)
        conditions = others.map { builder.condition($0) }
        bindings = builder.bindings
        for part in others { narrow(to: part) }
        let wanted = query.wantedTexts
        shown = wanted.isEmpty ? nil : .any(wanted)
    }

    /// The query with another text part; nil asks for no text.
    func asking(_ text: Query?) -> CompiledQuery {
        var query = self
        query.text = text
        query.match = text.flatMap(MatchExpression.text)
        return query
    }

    /// The query with more conditions on `article`, and the values for their placeholders.
    func asking(_ more: [String], _ values: [Binding]) -> CompiledQuery {
        var query = self
        query.conditions += more
        query.bindings += values
        return query
    }

    // A stamp's clock is at most 15 hours from UTC.
    private mutating func narrow(to part: Query) {
        let slack: Int64 = 15 * 60
        switch part {
        case .since(let time):
            let minute = time.secondsByItsOwnClock / 60 - slack
            minutes = max(minutes.lowerBound, minute)...max(minutes.upperBound, minute)
        case .until(let time):
            let minute = time.endByItsOwnClock / 60 + slack
            minutes = min(minutes.lowerBound, minute)...min(minutes.upperBound, minute)
        default: break
        }
    }
}

extension Query {
    /// The texts in it that are not denied.
    fileprivate var wantedTexts: [Query] {
        switch self {
        case .words, .beginning, .near, .headline, .body: [self]
        case .forms(let inner): inner.wantedTexts
        case .all(let parts), .any(let parts): parts.flatMap(\.wantedTexts)
        case .not, .since, .until, .source, .views: []
        }
    }
}

/// The part of the query language that FTS5 knows (https://www.sqlite.org/fts5.html#full_text_query_syntax).
enum MatchExpression {
    /// A query as an expression of FTS5; nil when FTS5 cannot answer it alone.
    static func text(of query: Query) -> String? {
        switch query {
        case .words(let text): return string(text, isPrefix: endsWithSingleIdeograph(text))
        case .beginning(let text): return string(text, isPrefix: true)
        case .near(let text, let distance):
            let words = Tokenizer.tokens(of: text, inQuery: true).filter { !$0.isColocated }
            let strings = words.map { string($0.text, isPrefix: $0.isSingleIdeograph) }
            return words.count > 1
                ? "NEAR(\(strings.joined(separator: " ")), \(Self.distance(distance)))" : strings.first
        case .headline(let inner): return text(of: inner).map { "{headline} : (\($0))" }
        case .body(let inner): return text(of: inner).map { "{body} : (\($0))" }
        case .forms(let inner): return text(of: inner)
        case .any(let parts):
            let texts = parts.map(text)
            return texts.contains(nil) ? nil : "(\(texts.compactMap(\.self).joined(separator: " OR ")))"
        case .all(let parts): return conjunction(parts)
        case .not, .since, .until, .source, .views: return nil
        }
    }

    /// The distance that FTS5 is told: a number that it can count to.
    static func distance(_ distance: Int) -> Int { min(max(0, distance), Int(Int32.max)) }

    // FTS5's NOT has something to take from.
    private static func conjunction(_ parts: [Query]) -> String? {
        var wanted: [String] = []
        var denied: [String] = []
        for part in parts {
            if case .not(let inner) = part {
                guard let expression = text(of: inner) else { return nil }
                denied.append(expression)
            } else {
                guard let expression = text(of: part) else { return nil }
                wanted.append(expression)
            }
        }
        guard !wanted.isEmpty else { return nil }
        let all = "(\(wanted.joined(separator: " AND ")))"
        return denied.isEmpty ? all : "(\(all) NOT (\(denied.joined(separator: " OR "))))"
    }

    // A string of FTS5, in which nothing but the quote means anything. A NUL would end the whole expression.
    private static func string(_ text: String, isPrefix: Bool) -> String {
        // By scalars: a quote with an accent on it is one character, and ends the string all the same.
        let quoted = text.unicodeScalars.map { $0 == "\0" ? " " : $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(quoted)\"\(isPrefix ? " *" : "")"
    }

    /// Whether the last word of a text goes on: the index knows a single character of a script without spaces as the
    /// beginning of a pair.
    static func endsWithSingleIdeograph(_ text: String) -> Bool {
        Tokenizer.tokens(of: text, inQuery: true).last?.isSingleIdeograph ?? false
    }
}

/// Makes conditions of SQL on the table article of what FTS5 cannot answer. None of them is NULL.
struct ConditionBuilder {
    let sources: [[UInt8]: [Int64]]
    private(set) var bindings: [CompiledQuery.Binding] = []

    init(sources: [[UInt8]: [Int64]]) {
        self.sources = sources
    }

    private static let clock = "article.published + coalesce(article.utc_offset, 0) * 60"

    mutating func condition(_ query: Query) -> String {
        if let match = MatchExpression.text(of: query) {
            bindings.append(.text(match))
            return "article.id IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)"
        }
        switch query {
        case .since(let time):
            bindings.append(.integer(time.secondsByItsOwnClock))
            return "coalesce(\(Self.clock) >= ?, 0)"
        case .until(let time):
            bindings.append(.integer(time.endByItsOwnClock))
            return "coalesce(\(Self.clock) < ?, 0)"
        case .views(let range):
            bindings += [.integer(range.lowerBound), .integer(range.upperBound)]
            return "coalesce(article.views BETWEEN ? AND ?, 0)"
        case .source(let name): return source(name)
        case .not(let inner): return "NOT \(condition(inner))"
        case .all(let parts): return joined(parts, " AND ")
        case .any(let parts): return joined(parts, " OR ")
        // Their insides are not all text: the text parts are, and the others hold for the article as a whole.
        case .headline(let inner), .body(let inner), .forms(let inner): return condition(inner)
        case .words, .beginning, .near: return "1"
        }
    }

    private mutating func joined(_ parts: [Query], _ operation: String) -> String {
        Self.balanced(parts.map { condition($0) }[...], operation)
    }

    /// One condition of many, halved and halved again: SQLite takes no expression that is more than 1000 deep.
    static func balanced(_ conditions: ArraySlice<String>, _ operation: String) -> String {
        guard conditions.count > 1 else { return conditions.first ?? "1" }
        let middle = conditions.startIndex + conditions.count / 2
        return
            "(\(balanced(conditions[..<middle], operation))\(operation)\(balanced(conditions[middle...], operation)))"
    }

    // Whoever listed it, not only the first one.
    private func source(_ name: String) -> String {
        let rows = sources[Folding.fold(name)] ?? []
        guard !rows.isEmpty else { return "0" }
        let list = rows.map(String.init).joined(separator: ", ")
        return
            "EXISTS (SELECT 1 FROM sighting WHERE article_id = article.id AND sighting.source_id IN (\(list)))"
    }
}

extension LocalTime {
    /// When the minute, day or month is over: seconds since 1970-01-01 00:00, both read on the same clock.
    var endByItsOwnClock: Int64 {
        switch precision {
        case .minute: secondsByItsOwnClock + 60
        case .day: secondsByItsOwnClock + 86_400
        case .month:
            (LocalTime(year: year, month: month + 1) ?? LocalTime(year: year + 1, month: 1))?
                .secondsByItsOwnClock ?? secondsByItsOwnClock + 31 * 86_400
        }
    }
}
