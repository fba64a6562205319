import CStockSQLite
import StockSQLite

/// The searches of an archive as plain SQL over its index.
struct StockSearch {
    /// An article and the negative of its bm25, as the library gives it.
    struct Hit {
        let id: Int64
        let score: Double
    }

    let connection: StockConnection

    init(path: String) throws {
        connection = try StockConnection(path: path) { na_register_tokenizer($0) }
    }

    func count(_ match: String) throws -> Int {
        let statement = try connection.statement(
            "SELECT count(*) FROM article_search WHERE article_search MATCH ?1")
        return try statement.rows(.text(match)) { Int($0.integer(0)) }.first ?? 0
    }

    /// The newest articles by their times.
    func newest(_ match: String) throws -> [Int64] {
        let statement = try connection.statement(
            """
            SELECT article.id
            FROM article_search
            JOIN article ON article.id = article_search.rowid
            WHERE article_search MATCH ?1
            ORDER BY article.published DESC
            LIMIT 20
            """)
        return try statement.rows(.text(match)) { $0.integer(0) }
    }

    /// The newest articles as somebody asks who knows that the order of the ids is that of time.
    func newestByID(_ match: String) throws -> [Int64] {
        let statement = try connection.statement(
            "SELECT rowid FROM article_search WHERE article_search MATCH ?1 ORDER BY rowid DESC LIMIT 20")
        return try statement.rows(.text(match)) { $0.integer(0) }
    }

    /// The best articles by bm25 with the weights of the library.
    func best(_ match: String) throws -> [Hit] {
        let statement = try connection.statement(
            """
            SELECT rowid, -bm25(article_search, 10.0, 1.0)
            FROM article_search
            WHERE article_search MATCH ?1
            ORDER BY bm25(article_search, 10.0, 1.0)
            LIMIT 20
            """)
        return try statement.rows(.text(match)) { Hit(id: $0.integer(0), score: $0.real(1)) }
    }

    /// The best articles with what there is to show of them. One by one, for a snippet beside the ranks would be worked
    /// out for every match.
    func bestResults(_ match: String) throws -> [String] {
        let statement = try connection.statement(
            """
            SELECT article.headline, article.published, article.views, highlight(article_search, 0, '[', ']'),
              snippet(article_search, 1, '[', ']', '…', 24)
            FROM article_search
            JOIN article ON article.id = article_search.rowid
            WHERE article_search MATCH ?1 AND article_search.rowid = ?2
            """)
        return try best(match).flatMap { hit in
            try statement.rows(.text(match), .integer(hit.id)) { row in
                "\(row.text(0)) \(row.integer(1)) \(row.integer(2)) \(row.text(3)) \(row.text(4))"
            }
        }
    }
}
