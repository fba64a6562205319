import NewsArchive

/// Texts and queries made of a few pieces, so that they often meet.
struct PiecedQueries {
    let pieces: [String]
    var random: SeededGenerator

    mutating func text(upTo most: Int) -> String {
        let count = Int.random(in: 0...most, using: &random)
        return (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    }

    /// A query of nothing but texts.
    mutating func leaf() -> Query {
        let query =
            switch Int.random(in: 0..<4, using: &random) {
            case 0, 1: Query.words(text(upTo: 4))
            default: Query.beginning(text(upTo: 3))
            }
        return inColumn(query)
    }

    mutating func near() -> Query {
        let distance = [0, 0, 1, 2, 3, 5, 10, -1, Int.max].randomElement(using: &random) ?? 0
        return inColumn(.near(text(upTo: 7), within: distance))
    }

    private mutating func inColumn(_ query: Query) -> Query {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .headline(query)
        case 1: .body(query)
        default: query
        }
    }

    mutating func query(depth: Int = 3) -> Query {
        guard depth > 0 else { return Bool.random(using: &random) ? leaf() : near() }
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1: return .all(queries(depth))
        case 2: return .any(queries(depth))
        case 3: return .all(queries(depth) + [.not(query(depth: depth - 1))])
        case 4: return .headline(query(depth: depth - 1))
        case 5: return near()
        default: return leaf()
        }
    }

    private mutating func queries(_ depth: Int) -> [Query] {
        let count = Int.random(in: 1...3, using: &random)
        return (0..<count).map { _ in query(depth: depth - 1) }
    }
}
