/// Queries of all kinds, in about the shares in which people type them.
enum MixedQuery {
    /// - Returns: nil for an archive without words.
    static func typed(_ vocabulary: Vocabulary, _ random: inout some RandomNumberGenerator) -> String? {
        guard let first = vocabulary.word(&random), let second = vocabulary.word(&random) else { return nil }
        return switch Int.random(in: 0..<100, using: &random) {
        case ..<40: first
        case ..<65: "\(first) \(second)"
        case ..<75: "\(first) OR \(second)"
        case ..<82: "\(first) -\(second)"
        case ..<90: "\(first.prefix(3))*"
        case ..<95: "\(first) \(second.prefix(2))*"
        default: "headline:\(first)"
        }
    }
}
