@testable import NewsArchive

/// Queries of all kinds, the same for the same seed.
struct RandomQueries {
    private static let fragments =
        RandomArchive.vocabulary + ["北", "市", "fer", "covi", "t", "the", "京市", "SA", "2"]

    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A query of anything.
    mutating func query(depth: Int = 3) -> Query {
        switch depth == 0 ? 0 : Int.random(in: 0..<16, using: &random) {
        case 0...3: text()
        case 4...6: filter()
        case 7...9: .all(parts(depth) { $0.query(depth: $1) })
        case 10...12: .any(parts(depth) { $0.query(depth: $1) })
        case 13: .not(query(depth: depth - 1))
        case 14: .headline(query(depth: depth - 1))
        default: .body(query(depth: depth - 1))
        }
    }

    /// A query of texts alone, that the index can answer by itself.
    mutating func texts(depth: Int = 3, denies: Bool) -> Query {
        switch depth == 0 ? 0 : Int.random(in: 0..<12, using: &random) {
        case 0...3: return text()
        case 4...6:
            var all = parts(depth) { $0.texts(depth: $1, denies: denies) }
            if denies { all.append(.not(texts(depth: depth - 1, denies: denies))) }
            return .all(all)
        case 7...9: return .any(parts(depth) { $0.texts(depth: $1, denies: denies) })
        case 10: return .headline(texts(depth: depth - 1, denies: denies))
        default: return .body(texts(depth: depth - 1, denies: denies))
        }
    }

    /// A number that a test may choose by.
    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func parts(_ depth: Int, _ part: (inout Self, Int) -> Query) -> [Query] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in part(&self, depth - 1) }
    }

    private mutating func text() -> Query {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...4: .words(words(1...3))
        case 5, 6: .beginning(words(1...2))
        default: .near(words(1...3), within: Int.random(in: 0...5, using: &random))
        }
    }

    private mutating func words(_ count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &random)).compactMap { _ in
            Self.fragments.randomElement(using: &random)
        }.joined(separator: " ")
    }

    private mutating func filter() -> Query {
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1: time().map(Query.since) ?? .all([])
        case 2, 3: time().map(Query.until) ?? .all([])
        case 4, 5: .source(["town gazette", "KURYR", "Kurýr", "nobody"].randomElement(using: &random) ?? "")
        case 6, 7: views()
        // What has no word says nothing.
        default: [.words("***"), .beginning(""), .near("—", within: 1), .all([]), .any([])][number(0..<5)]
        }
    }

    private mutating func time() -> LocalTime? {
        let (year, month, day) = [
            (2025, 2, 1), (2025, 2, 28), (2025, 3, 1), (2025, 3, 11), (2024, 12, 31), (1970, 1, 1),
            (1969, 12, 31),
        ][number(0..<7)]
        switch number(0..<3) {
        case 0: return LocalTime(year: year, month: month)
        case 1: return LocalTime(year: year, month: month, day: day)
        default:
            let hour = [0, 2, 12, 23][number(0..<4)]
            return LocalTime(year: year, month: month, day: day, hour: hour, minute: number(0..<60))
        }
    }

    private mutating func views() -> Query {
        let (one, other) = (Int64([0, 1, 5, 7, 1200][number(0..<5)]), Int64([0, 5, 6, 1200][number(0..<4)]))
        return .views(
            [one...one, one...Int64.max, Int64.min...one, min(one, other)...max(one, other)][number(0..<4)])
    }
}
