import SearchProtocol

/// Questions of the kinds that every system answers, in about the shares in which people ask them.
struct MixedQuestions {
    let vocabulary: Vocabulary
    /// Words that stand next to each other somewhere.
    let pairs: [String]

    /// - Returns: the same ones for the same seed; none for an archive without words.
    func questions(_ count: Int, seed: UInt64) -> [SearchQuestion] {
        var random = SplitMix64(seed: seed)
        return (0..<count).compactMap { _ in question(&random) }
    }

    private func question(_ random: inout some RandomNumberGenerator) -> SearchQuestion? {
        guard let first = vocabulary.word(&random), let second = vocabulary.word(&random) else { return nil }
        let measure = measure(&random)
        switch Int.random(in: 0..<100, using: &random) {
        case ..<50: return SearchQuestion(measure, .word, [first])
        case ..<75: return SearchQuestion(measure, .all, [first, second])
        case ..<90: return SearchQuestion(measure, .any, [first, second])
        default: return pairs.randomElement(using: &random).map { phrase($0, measure) }
        }
    }

    private func measure(_ random: inout some RandomNumberGenerator) -> SearchQuestion.Measure {
        switch Int.random(in: 0..<5, using: &random) {
        case ..<2: .relevance
        case ..<4: .newest
        default: .count
        }
    }

    private func phrase(_ pair: String, _ measure: SearchQuestion.Measure) -> SearchQuestion {
        SearchQuestion(measure, .phrase, pair.split(separator: " ").map(String.init))
    }
}
