/// A row of the report: how long something takes, and beside what.
struct Measure {
    /// Another way to the same, or something to compare with.
    struct Other {
        let name: String
        let timing: Timing
    }

    enum Verdict: String {
        case held = "yes"
        case missed = "no"
        /// The archive is too small for it, or the search too fast.
        case notAsked = "not asked at this size"
        case none = ""
    }

    let name: String
    let query: BenchmarkQuery?
    let ours: Timing
    var other: Other?
    var target: Target?
    /// Whether both gave the same answer, where that was compared.
    var agrees: Bool?
    /// Whether the measure says something: there was something to stop, say.
    var isMeaningful = true

    /// How many times as fast as the other, by the best runs.
    var speedup: Double? {
        guard let other, ours.best > 0 else { return nil }
        return other.timing.best / ours.best
    }

    func verdict(articles: Int) -> Verdict {
        if agrees == false { return .missed }
        guard let target else { return agrees == true ? .held : .none }
        guard isMeaningful, articles >= target.articles else { return .notAsked }
        return target.holds(self) ? .held : .missed
    }
}

/// What was measured of one archive.
struct ArchiveReport {
    let name: String
    let articles: Int
    let bytes: Int64
    var measures: [Measure] = []

    var hasMissed: Bool { measures.contains { $0.verdict(articles: articles) == .missed } }
}
