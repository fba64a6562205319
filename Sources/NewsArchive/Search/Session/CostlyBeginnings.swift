import NewsArchiveSQLite

/// A query with beginnings of so many words that FTS5 would put thousands of doclists together before its first answer:
/// a second and a half for `a*` in 368,000 articles.
///
/// By time, the newest articles are looked at instead, one after the other: what is costly is common, and so is soon
/// found in the texts themselves. Where it is not, and for counts, our own reader adds the doclists up.
struct CostlyBeginnings {
    /// How many articles are looked at before it is given up: some 10 µs each.
    private static let candidateLimit = 4000

    /// The text part of the query.
    let text: Query
    /// What must hold for it that is not costly; nil when nothing must.
    let relaxed: Query?
    /// The text part as our own reader knows it; nil when it does not.
    let ranked: RankedQuery?

    /// Calls `body` with articles in the order of their ids until it returns false. Returns false when so many were looked
    /// at in vain that another way is better.
    func eachCandidate(
        of session: SearchSession, within range: ClosedRange<Int64>, newestFirst: Bool,
        _ body: (PublicationOrder.Row) throws -> Bool
    ) throws -> Bool {
        guard let matcher = TextMatcher(text) else { return false }
        var candidates = session
        candidates.query = session.query.asking(relaxed)
        var statement = try candidates.prepareRows(within: range, newestFirst)
        let texts = try TextReader(session.connection)
        for _ in 0..<Self.candidateLimit {
            guard try statement.step() else { return true }
            let id = ArticleID(rawValue: try statement.integer(0))
            guard try texts.holds(matcher, id) else { continue }
            let row = PublicationOrder.Row(id: id, seconds: try statement.optionalInteger(1))
            if try !body(row) { return true }
        }
        return false
    }

    /// Calls `body` with articles in the order of their ids until it returns false. Returns false when our own reader does
    /// not know the query.
    func eachArticle(
        of session: SearchSession, within range: ClosedRange<Int64>, newestFirst: Bool,
        _ body: (PublicationOrder.Row) throws -> Bool
    ) throws -> Bool {
        let filter = try ArticleFilter(session.connection, session.query)
        return try each(of: session, within: range, newestFirst: newestFirst) { ids in
            for id in ids {
                guard let row = try filter.row(id) else { continue }
                if try !body(row) { return false }
            }
            return true
        }
    }

    /// Calls `body` with the ids of all articles for which the text part holds, some hundreds a call, until it returns
    /// false. Returns false when our own reader does not know the query.
    func each(
        of session: SearchSession, within range: ClosedRange<Int64>, newestFirst: Bool,
        _ body: (UnsafeBufferPointer<Int64>) throws -> Bool
    ) throws -> Bool {
        guard let ranked else { return false }
        return try session.rankedSearch(within: range).each(
            of: ranked, in: session.connection, oldestFirst: !newestFirst, body)
    }
}

extension SearchSession {
    /// The query's costly beginnings; nil when it has none.
    func costlyBeginnings() throws -> CostlyBeginnings? {
        guard let text = query.text else { return nil }
        var isCostly = false
        let relaxed = try text.relaxed { word in
            let isOne = try connection.indexPages(ofWordsBeginning: word).map { $0 > 32 } ?? false
            isCostly = isCostly || isOne
            return isOne
        }
        guard isCostly else { return nil }
        return CostlyBeginnings(text: text, relaxed: relaxed, ranked: try RankedQuery(text))
    }
}

/// Reads texts to look for words in them.
private final class TextReader {
    private var statement: Statement

    init(_ connection: Connection) throws {
        statement = try Statement(connection, "SELECT headline, body FROM article_document WHERE id = ?1")
    }

    func holds(_ matcher: TextMatcher, _ id: ArticleID) throws -> Bool {
        try statement.bind(1, id.rawValue)
        return try statement.first { row in
            matcher.matches(headline: try row.utf8(0), body: try row.utf8(1))
        } ?? false
    }
}

extension Query {
    /// A text query that holds wherever this one does, without beginnings that are costly; nil when it always holds.
    fileprivate func relaxed(_ isCostly: (String) throws -> Bool) rethrows -> Query? {
        switch self {
        case .beginning(let text):
            let words = Tokenizer.tokens(of: text, inQuery: true).map(\.text)
            guard let last = words.last, try isCostly(last) else { return self }
            return words.count > 1 ? .words(words.dropLast().joined(separator: " ")) : nil
        case .headline(let inner): return try inner.relaxed(isCostly).map(Query.headline)
        case .body(let inner): return try inner.relaxed(isCostly).map(Query.body)
        case .forms(let inner): return try inner.relaxed(isCostly)
        case .any(let parts):
            let relaxed = try parts.map { try $0.relaxed(isCostly) }
            return relaxed.contains(nil) ? nil : .any(relaxed.compactMap(\.self))
        case .all(let parts):
            let relaxed = try parts.compactMap { try $0.relaxed(isCostly) }
            return relaxed.contains { !$0.isDenial } ? .all(relaxed) : nil
        case .not(let inner):
            // What is denied can only be asked for as it is.
            return try inner.relaxed(isCostly) == inner ? self : nil
        case .words, .near, .since, .until, .source, .views: return self
        }
    }

    private var isDenial: Bool { if case .not = self { true } else { false } }
}
