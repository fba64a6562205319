/// The searches of the file that PlainC makes, as FTS5's documentation has them.
package enum PlainSQL {
    /// The statement that answers a question, where ?1 is the text to match: of the id, headline and time of twenty articles,
    /// of a count, or of months and their counts.
    package static func statement(_ measure: SearchQuestion.Measure) -> String {
        switch measure {
        case .newest: newest
        case .newestByRow: newestByRow
        case .relevance: relevance
        case .count: count
        case .histogram: histogram
        }
    }

    private static let newest = """
        SELECT article.id, article.headline, article.published
        FROM article_search
        JOIN article ON article.id = article_search.rowid
        WHERE article_search MATCH ?1
        ORDER BY article.published DESC
        LIMIT 20
        """

    // The dump has the newest first.
    private static let newestByRow = """
        SELECT article.id, article.headline, article.published
        FROM article_search
        JOIN article ON article.id = article_search.rowid
        WHERE article_search MATCH ?1
        ORDER BY article_search.rowid
        LIMIT 20
        """

    // The twenty are chosen before anything is read of them. ORDER BY rank sorts all matches, and takes longer.
    private static let relevance = """
        SELECT article.id, article.headline, article.published
        FROM (
          SELECT rowid AS id, bm25(article_search, 10.0, 1.0) AS score
          FROM article_search
          WHERE article_search MATCH ?1
          ORDER BY score
          LIMIT 20
        ) AS best
        JOIN article USING (id)
        ORDER BY best.score
        """

    private static let count = "SELECT count(*) FROM article_search WHERE article_search MATCH ?1"

    private static let histogram = """
        SELECT strftime('%Y-%m', article.published, 'unixepoch') AS month, count(*)
        FROM article_search
        JOIN article ON article.id = article_search.rowid
        WHERE article_search MATCH ?1
        GROUP BY month
        ORDER BY month
        """
}
