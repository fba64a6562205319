import CNewsArchiveSQLite
import Glibc

/// A search by relevance that reads the index of `article_search` as FTS5 stores it.
///
/// The order and the scores are those of `bm25(article_search, 10.0, 1.0)`. Reads several tables: it belongs inside a
/// transaction.
package struct RankedSearch {
    /// An article found.
    package struct Hit: Equatable, Sendable {
        package let id: Int64
        /// By what it is ranked: its score, or what ``RankedSearch/halfLife`` makes of it.
        package let rank: Double
        /// The negative of what bm25 gives: higher is better.
        package let score: Double

        package init(id: Int64, rank: Double, score: Double) {
            self.id = id
            self.rank = rank
            self.score = score
        }
    }

    /// Only articles with these ids.
    package var ids: ClosedRange<Int64> = .min ... .max
    /// Only hits that come behind this one.
    package var cursor: Hit?
    /// In how many minutes an article loses half of its score; nil for relevance alone.
    ///
    /// The rank then is the score's binary logarithm and the article's time since 1970 in half-lives: the same order as
    /// the halved scores, whatever time they are taken from.
    package var halfLife: Double?
    /// Articles before this id lose what one with this id would.
    package var firstDated: Int64 = .min
    /// Ends the search with ``ResultCode/interrupt``.
    package var stop: StopFlag?
    /// Whether an article counts; asked only for those that would be among the best.
    package var accepts: ((Int64) throws -> Bool)?

    package init() {}

    /// The best hits, best first; of equal ones the newest. nil for a query or an index that is left to FTS5.
    package func best(_ limit: Int, of query: RankedQuery, in connection: Connection) throws -> [Hit]? {
        guard let index = try connection.rankedIndex() else { return nil }
        guard limit > 0 else { return [] }
        let question = Question(accepts ?? { _ in true })
        var hits: UnsafeMutablePointer<na_hit>?
        defer { free(hits) }
        var count = 0
        let result = withExtendedLifetime((question, stop)) {
            var search = search(index, limit: limit)
            if accepts != nil {
                search.context = Unmanaged.passUnretained(question).toOpaque()
                search.accepts = { Question<Int64>.ask($0, $1) }
            }
            return na_search_best(query.pointer, &search, &hits, &count)
        }
        guard try question.isAnswered(result, connection) else { return nil }
        return UnsafeBufferPointer(start: hits, count: count).map {
            Hit(id: $0.id, rank: $0.rank, score: $0.score)
        }
    }

    /// Calls `body` with the ids of all articles found, some hundreds a call, newest or oldest first, until it returns
    /// false. Returns false, without a call, for a query or an index that is left to FTS5.
    package func each(
        of query: RankedQuery, in connection: Connection, oldestFirst: Bool = false,
        _ body: (UnsafeBufferPointer<Int64>) throws -> Bool
    ) throws -> Bool {
        guard let index = try connection.rankedIndex() else { return false }
        return try withoutActuallyEscaping(body) { body in
            let question = Question(body)
            let result = withExtendedLifetime((question, stop)) {
                var search = search(index, limit: 0)
                let context = Unmanaged.passUnretained(question).toOpaque()
                return na_search_each(query.pointer, &search, oldestFirst ? 1 : 0, context) {
                    context, ids, count in
                    let ids = UnsafeBufferPointer(start: ids, count: count)
                    switch Question<UnsafeBufferPointer<Int64>>.ask(context, ids) {
                    case 1: return SQLITE_OK
                    case 0: return SQLITE_DONE
                    default: return SQLITE_ABORT
                    }
                }
            }
            return try question.isAnswered(result == SQLITE_DONE ? SQLITE_OK : result, connection)
        }
    }

    private func search(_ index: OpaquePointer, limit: Int) -> na_search {
        na_search(
            index: index, stop: UnsafePointer(stop?.pointer), first_id: ids.lowerBound,
            last_id: ids.upperBound, limit: limit, has_cursor: cursor == nil ? 0 : 1,
            cursor: na_hit(id: cursor?.id ?? 0, rank: cursor?.rank ?? 0, score: 0),
            half_life: halfLife ?? 0, first_dated: firstDated, accepts: nil, context: nil)
    }
}

/// Carries a closure through C, and what it throws around it.
private final class Question<Value> {
    private let body: (Value) throws -> Bool
    private var failure: (any Error)?

    init(_ body: @escaping (Value) throws -> Bool) {
        self.body = body
    }

    /// 1, 0, or -1 after an error.
    static func ask(_ context: UnsafeMutableRawPointer?, _ value: Value) -> Int32 {
        guard let context else { return -1 }
        let question = Unmanaged<Question<Value>>.fromOpaque(context).takeUnretainedValue()
        do {
            return try question.body(value) ? 1 : 0
        } catch {
            question.failure = error
            return -1
        }
    }

    /// Whether there is a result; false for a query or an index that is left to FTS5.
    func isAnswered(_ result: Int32, _ connection: Connection) throws -> Bool {
        if let failure { throw failure }
        if result == SQLITE_NOTFOUND { return false }
        guard result == SQLITE_OK else { throw SQLiteError(connection: connection.handle, result: result) }
        return true
    }
}
