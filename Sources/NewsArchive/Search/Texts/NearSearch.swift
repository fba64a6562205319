/// Which places of several phrases are near each other, by the rule of FTS5's NEAR.
///
/// A set of places, one of each phrase, is near when no phrase begins more than its own length and the distance before
/// the last one begins (https://www.sqlite.org/fts5.html#fts5_near_queries). FTS5 does not look at every set: it moves
/// on the phrase whose next place comes first. A place that is only in sets that were passed over does not count, and
/// this does the same.
struct NearSearch {
    private let positions: [[Int]]
    private let reach: [Int]
    // Where each phrase stands in its places.
    private var current: [Int]

    /// - Parameters:
    ///   - positions: where each phrase begins, in order; no phrase without a place.
    ///   - lengths: how many words each phrase has.
    init(_ positions: [[Int]], lengths: [Int], distance: Int) {
        self.positions = positions
        reach = lengths.map { $0 + distance }
        current = positions.map { _ in 0 }
    }

    /// For each phrase, which of its places are near places of all others.
    func found() -> [[Bool]] {
        var search = self
        var isNear = positions.map { $0.map { _ in false } }
        while search.moveToNextSet() {
            for (phrase, place) in search.current.enumerated() { isNear[phrase][place] = true }
            guard search.passOne() else { break }
        }
        return isNear
    }

    // Moves on those that lag behind until all are near; false when one has no place left.
    private mutating func moveToNextSet() -> Bool {
        var last = positions[0][current[0]]
        var isSet = false
        while !isSet {
            isSet = true
            for phrase in positions.indices {
                let earliest = last - reach[phrase]
                let wasAt = position(phrase)
                guard wasAt < earliest || wasAt > last else { continue }
                isSet = false
                while position(phrase) < earliest {
                    guard move(phrase) else { return false }
                }
                last = max(last, position(phrase))
            }
        }
        return true
    }

    // Moves on the phrase whose next place comes first, the first of equals.
    private mutating func passOne() -> Bool {
        var next: (phrase: Int, position: Int)?
        for phrase in positions.indices where current[phrase] + 1 < positions[phrase].count {
            let position = positions[phrase][current[phrase] + 1]
            if next.map({ position < $0.position }) ?? true { next = (phrase, position) }
        }
        return next.map { move($0.phrase) } ?? false
    }

    private func position(_ phrase: Int) -> Int { positions[phrase][current[phrase]] }

    private mutating func move(_ phrase: Int) -> Bool {
        guard current[phrase] + 1 < positions[phrase].count else { return false }
        current[phrase] += 1
        return true
    }
}
