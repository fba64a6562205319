import GRDB
import SearchProtocol

/// GRDB as its documentation has it: a pool, cached statements, checked patterns, rows decoded into records.
struct GRDBSearch: SearchContender {
    private let pool: DatabasePool

    init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        // As much as the others have.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -65536") }
        pool = try DatabasePool(path: path, configuration: configuration)
    }

    func answer(_ question: SearchQuestion) async throws -> Int? {
        guard let pattern = question.pattern else { return nil }
        return try await pool.read { database in
            let statement = try database.cachedStatement(sql: PlainSQL.statement(question.measure))
            let arguments: StatementArguments = [pattern]
            switch question.measure {
            case .count: return try Int.fetchOne(statement, arguments: arguments)
            case .histogram:
                return try Bar.fetchAll(statement, arguments: arguments).reduce(0) { $0 + $1.count }
            case .newest, .newestByRow, .relevance:
                return try Hit.fetchAll(statement, arguments: arguments).count
            }
        }
    }
}

extension SearchQuestion {
    fileprivate var pattern: FTS5Pattern? {
        let text = words.joined(separator: " ")
        return switch match {
        case .word, .all: FTS5Pattern(matchingAllTokensIn: text)
        case .any: FTS5Pattern(matchingAnyTokenIn: text)
        case .phrase: FTS5Pattern(matchingPhrase: text)
        case .beginning: FTS5Pattern(matchingAllPrefixesIn: text)
        }
    }
}

/// What a person would be shown of an article.
private struct Hit: FetchableRecord {
    let id: Int64
    let headline: String
    let published: Int64

    init(row: Row) {
        id = row[0]
        headline = row[1]
        published = row[2]
    }
}

/// A month and its articles.
private struct Bar: FetchableRecord {
    let month: String
    let count: Int

    init(row: Row) {
        month = row[0]
        count = row[1]
    }
}
