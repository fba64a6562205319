import NewsArchiveSQLite

/// Tells of one article at a time whether the conditions of a query hold for it that are not about text.
final class ArticleFilter {
    private var statement: Statement

    init(_ connection: Connection, _ query: CompiledQuery) throws {
        let conditions = query.conditions.map { "AND \($0)" }.joined(separator: "\n")
        statement = try Statement(connection, "SELECT 1 FROM article WHERE article.id = ?1\n\(conditions)")
        try statement.bind(query.bindings, from: 2)
    }

    func accepts(_ id: Int64) throws -> Bool {
        try statement.bind(1, id)
        return try statement.first { _ in true } ?? false
    }
}

extension Statement {
    /// Binds the values of a query's conditions to parameters in a row.
    borrowing func bind(_ bindings: [CompiledQuery.Binding], from first: Int32) throws {
        for (parameter, binding) in zip(first..., bindings) {
            switch binding {
            case .integer(let value): try bind(parameter, value)
            case .text(let value): try bind(parameter, value)
            }
        }
    }
}
