/// What a measure should reach.
struct Target: Equatable, Sendable {
    /// What is asked.
    enum Demand: Equatable, Sendable {
        /// To be so many times as fast as the other.
        case speedup(Double)
        /// To take so many seconds at the most, each time.
        case limit(Double)
    }

    let demand: Demand
    /// From how many articles on it can be asked. What a search costs at least (a thread is woken, twenty texts are read
    /// for their snippets) would decide in smaller archives.
    var articles = 0

    static let newestOfCommonWord = Target(demand: .speedup(500), articles: 300_000)
    static let newestAsArchiveGrows = Target(demand: .speedup(0.5))
    static let relevanceOfCommonWord = Target(demand: .speedup(6), articles: 50_000)
    static let relevanceOfRareWord = Target(demand: .speedup(1 / 1.05))
    static let recentRelevance = Target(demand: .speedup(3), articles: 50_000)
    static let histogram = Target(demand: .speedup(1.0 / 3))
    static let beginning = Target(demand: .speedup(20), articles: 50_000)
    static let stop = Target(demand: .limit(0.05))

    func holds(_ measure: Measure) -> Bool {
        switch demand {
        case .speedup(let factor): (measure.speedup ?? 0) >= factor
        case .limit(let seconds): measure.ours.worst <= seconds
        }
    }

    var text: String {
        switch demand {
        case .speedup(let factor): "≥ \(NumberText.factor(factor))"
        case .limit(let seconds): "≤ \(NumberText.time(seconds)) each"
        }
    }
}
