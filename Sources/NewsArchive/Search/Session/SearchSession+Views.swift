import NewsArchiveSQLite

extension SearchSession {
    /// The articles that were read most.
    func mostViewsFirst(_ count: Int) throws -> [SearchHit] {
        var best = BestHits(count, after: cursor)
        let isDone = try eachArticle(
            nil,
            orEach: { id, filter in
                if let views = try filter.views(id) {
                    best.add(hit(views: Double(views), ArticleID(rawValue: id)))
                }
            })
        return isDone ? best.inOrder() : try mostViewsFirstBySQL(count)
    }

    private func mostViewsFirstBySQL(_ count: Int) throws -> [SearchHit] {
        let column = "coalesce(article.views, -1)"
        var after = ""
        if let cursor {
            after = """
                AND (\(column) < \(cursor.value)
                  OR (\(column) = \(cursor.value) AND \(id) < \(cursor.id)))
                """
        }
        var statement = try prepare(
            "\(id), \(column)",
            """
            \(after)
            ORDER BY \(column) DESC, \(id) DESC
            LIMIT \(count)
            """)
        return try statement.all { hit(views: try $0.real(1), ArticleID(rawValue: try $0.integer(0))) }
    }

    private func hit(views: Double, _ id: ArticleID) -> SearchHit {
        SearchHit(cursor: SearchCursor(order: order, value: views, id: id), score: nil)
    }
}
