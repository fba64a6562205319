/// Keeps the best of many hits: those with the highest values, of equal ones the newest.
struct BestHits {
    private let count: Int
    private let cursor: SearchCursor?
    private var hits: [SearchHit] = []

    /// - Parameter cursor: only hits behind it are kept.
    init(_ count: Int, after cursor: SearchCursor?) {
        self.count = count
        self.cursor = cursor
    }

    mutating func add(_ hit: SearchHit) {
        if let cursor, !Self.isWorse(hit.cursor, than: cursor) { return }
        hits.append(hit)
        // Now and then what cannot be among the best any more is let go.
        if hits.count - 1024 >= 2 * count { keepBest() }
    }

    /// The best ones, best first.
    mutating func inOrder() -> [SearchHit] {
        keepBest()
        return hits
    }

    private mutating func keepBest() {
        hits.sort { Self.isWorse($1.cursor, than: $0.cursor) }
        hits.removeLast(max(0, hits.count - count))
    }

    private static func isWorse(_ one: SearchCursor, than other: SearchCursor) -> Bool {
        (one.value, one.id) < (other.value, other.id)
    }
}
