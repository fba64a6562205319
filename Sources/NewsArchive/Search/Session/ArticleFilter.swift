import NewsArchiveSQLite

/// Tells of one article at a time whether the conditions of a query hold for it that are not about text.
final class ArticleFilter {
    private var statement: Statement

    init(_ connection: Connection, _ query: CompiledQuery) throws {
        let conditions = ConditionBuilder.balanced(query.conditions[...], " AND ")
        statement = try Statement(
            connection,
            """
            SELECT article.published, article.precision, article.utc_offset, article.views
            FROM article
            WHERE article.id = ?1 AND \(conditions)
            """)
        try statement.bind(query.bindings, from: 2)
    }

    /// When an article was published; nil when the conditions do not hold for it.
    func row(_ id: Int64) throws -> PublicationOrder.Row? {
        try statement.bind(1, id)
        return try statement.first {
            PublicationOrder.Row(id: ArticleID(rawValue: id), seconds: try $0.optionalInteger(0))
        }
    }

    /// How often an article was read; nil when the conditions do not hold for it, and -1 where nobody counted.
    func views(_ id: Int64) throws -> Int64? {
        try statement.bind(1, id)
        return try statement.first { try $0.optionalInteger(3) ?? -1 }
    }

    /// The day of an article's stamp, as days since 1970-01-01; nil when the conditions do not hold for it or it has none.
    func day(_ id: Int64) throws -> Int64? {
        try statement.bind(1, id)
        let day: Int64?? = try statement.first { row in
            try PublicationTime(row, secondsAt: 0, precisionAt: 1, offsetAt: 2).map {
                ($0.secondsSince1970 + Int64($0.minutesAheadOfUTC ?? 0) * 60).flooredQuotient(86_400)
            }
        }
        return day ?? nil
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
