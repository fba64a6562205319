/// Words that nobody wrote, used as often as those of a language are: the n-th commonest 1/n times as often as the first.
struct InventedWords {
    private let words: [String]
    // How often the words up to each one are used in all.
    private let uses: [Double]

    init(count: Int, _ random: inout some RandomNumberGenerator) {
        var words: [String] = []
        var known: Set<String> = []
        while words.count < count {
            // Common words are short.
            let syllables = Int.random(
                in: 1...(words.count < 50 ? 1 : words.count < 1000 ? 2 : 4), using: &random)
            let word = (0..<syllables).map { _ in Self.syllable(&random) }.joined()
            if known.insert(word).inserted { words.append(word) }
        }
        self.words = words
        var sum = 0.0
        uses = words.indices.map { index in
            sum += 1 / Double(index + 1)
            return sum
        }
    }

    /// So many words with spaces between them.
    func text(_ count: Int, _ random: inout some RandomNumberGenerator) -> String {
        (0..<count).map { _ in word(&random) }.joined(separator: " ")
    }

    private func word(_ random: inout some RandomNumberGenerator) -> String {
        let place = Double.random(in: 0..<(uses.last ?? 1), using: &random)
        var (low, high) = (0, words.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if uses[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return words[low]
    }

    private static func syllable(_ random: inout some RandomNumberGenerator) -> String {
        let parts = [
            ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"],
            ["a", "e", "i", "o", "u", "ai", "ou"], ["", "", "n", "r", "l", "s"],
        ]
        return parts.compactMap { $0.randomElement(using: &random) }.joined()
    }
}
