/// A query in both languages, and how much it finds.
struct BenchmarkQuery {
    /// For the library.
    let typed: String
    /// For FTS5.
    let match: String
    var matches = 0

    static func word(_ word: String) -> BenchmarkQuery { BenchmarkQuery(typed: word, match: "\"\(word)\"") }

    static func both(_ first: String, _ second: String) -> BenchmarkQuery {
        BenchmarkQuery(typed: "\(first) \(second)", match: "\"\(first)\" AND \"\(second)\"")
    }

    static func either(_ first: String, _ second: String) -> BenchmarkQuery {
        BenchmarkQuery(typed: "\(first) OR \(second)", match: "\"\(first)\" OR \"\(second)\"")
    }

    static func phrase(_ words: String) -> BenchmarkQuery {
        BenchmarkQuery(typed: "\"\(words)\"", match: "\"\(words)\"")
    }

    static func beginning(_ letters: String) -> BenchmarkQuery {
        BenchmarkQuery(typed: "\(letters)*", match: "\"\(letters)\" *")
    }
}
