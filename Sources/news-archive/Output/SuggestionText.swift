import NewsArchive

/// What `search` says of words that no article has.
enum SuggestionText {
    /// A line for a word: `did you mean: elections (1,204 articles)?`
    static func line(_ suggestion: Suggestion) -> String {
        let nearest = suggestion.nearest.map { "\($0.word) (\(articles($0.articles)))" }
        return "did you mean: \(nearest.joined(separator: ", "))?"
    }

    private static func articles(_ count: Int64) -> String {
        count == 1 ? "1 article" : "\(grouped(count)) articles"
    }

    /// A number that is not negative, its digits in threes.
    static func grouped(_ count: Int64) -> String {
        var grouped = ""
        let digits = String(count)
        for (number, digit) in digits.enumerated() {
            if number > 0, (digits.count - number) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }
}
