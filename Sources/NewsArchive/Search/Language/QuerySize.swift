import NewsArchiveSQLite

/// How large a query may be. What it says of a value it finds without recursion.
enum QuerySize {
    /// A value can be nested deeper than a thread's stack is.
    static let deepest = 64
    /// More parts are an expression that SQLite refuses, or one that nobody means.
    static let mostParts = 30_000

    /// - Throws: ``ArchiveError/queryTooLarge(reason:)``.
    static func check(_ query: Query) throws {
        var waiting = [(query, 1)]
        var parts = 0
        while let (query, depth) = waiting.popLast() {
            parts += 1
            guard depth <= deepest else {
                throw ArchiveError.queryTooLarge(reason: "its parts are nested more than \(deepest) deep")
            }
            guard parts <= mostParts else {
                throw ArchiveError.queryTooLarge(reason: "it has more than \(mostParts) parts")
            }
            waiting += query.parts.map { ($0, depth + 1) }
        }
    }
}

extension QuerySize {
    /// Runs `work`, and says it when SQLite or FTS5 found an expression too large: their parsers have room for some 30
    /// parentheses with something before each.
    static func translating<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as SQLiteError where isTooLarge(error) {
            throw ArchiveError.queryTooLarge(reason: error.message)
        }
    }

    private static func isTooLarge(_ error: SQLiteError) -> Bool {
        error.code == ResultCode.tooBig
            || ["parser stack overflow", "tree is too large", "too many SQL variables"].contains {
                error.message.contains($0)
            }
    }
}

extension Query {
    /// Whether who listed an article matters.
    var asksForSource: Bool {
        if case .source = self { true } else { parts.contains(where: \.asksForSource) }
    }

    /// What a query is made of.
    fileprivate var parts: [Query] {
        switch self {
        case .headline(let inner), .body(let inner), .forms(let inner), .not(let inner): [inner]
        case .all(let parts), .any(let parts): parts
        case .words, .beginning, .near, .since, .until, .source, .views: []
        }
    }
}
