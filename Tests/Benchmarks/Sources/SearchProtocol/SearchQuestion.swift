/// What each of the systems is asked, in no language of theirs.
package struct SearchQuestion: Equatable, Sendable {
    /// What is wanted of the articles that match.
    package enum Measure: String, CaseIterable, Sendable {
        case newest
        /// The newest by one who knows that the order of the rows is that of time.
        case newestByRow = "newest-by-row"
        case relevance
        case count
        case histogram
    }

    /// How the words belong together.
    package enum Match: String, CaseIterable, Sendable {
        case word
        case all
        case any
        case phrase
        /// The one word is the beginning of words.
        case beginning
    }

    package let measure: Measure
    package let match: Match
    package let words: [String]

    package init(_ measure: Measure, _ match: Match, _ words: [String]) {
        self.measure = measure
        self.match = match
        self.words = words
    }
}

/// As a line of what a contender reads.
extension SearchQuestion {
    package var line: String { "\(measure.rawValue)\t\(match.rawValue)\t\(words.joined(separator: " "))" }

    /// - Returns: nil for a line that is none.
    package init?(line: String) {
        let parts = line.split(separator: "\t")
        guard parts.count == 3, let measure = Measure(rawValue: String(parts[0])),
            let match = Match(rawValue: String(parts[1]))
        else { return nil }
        self.init(measure, match, parts[2].split(separator: " ").map(String.init))
    }
}
