import SearchProtocol
import StockSQLite

/// FTS5 as SQLite has it, by SQL.
struct PlainSearch: SearchContender {
    private let connection: StockConnection

    init(path: String) throws {
        connection = try StockConnection(path: path)
    }

    func answer(_ question: SearchQuestion) throws -> Int? {
        let statement = try connection.statement(PlainSQL.statement(question.measure))
        let match = StockStatement.Value.text(question.fts5Match)
        switch question.measure {
        case .count: return try statement.rows(match) { Int($0.integer(0)) }.first
        case .histogram: return try statement.rows(match) { Bar($0) }.reduce(0) { $0 + $1.count }
        case .newest, .newestByRow, .relevance: return try statement.rows(match) { Hit($0) }.count
        }
    }
}

/// What a person would be shown of an article.
private struct Hit {
    let id: Int64
    let headline: String
    let published: Int64

    init(_ row: StockStatement) {
        id = row.integer(0)
        headline = row.text(1)
        published = row.integer(2)
    }
}

/// A month and its articles.
private struct Bar {
    let month: String
    let count: Int

    init(_ row: StockStatement) {
        month = row.text(0)
        count = Int(row.integer(1))
    }
}
