import NewsArchive

/// A word that no article has, in what `search --json` prints.
struct SuggestionJSON: Encodable {
    let suggestion: Suggestion

    private enum Key: String, CodingKey {
        case word, nearest
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(suggestion.word, forKey: .word)
        try object.encode(suggestion.nearest.map(WordCountJSON.init), forKey: .nearest)
    }
}

private struct WordCountJSON: Encodable {
    let count: WordCount

    private enum Key: String, CodingKey {
        case word, articles
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(count.word, forKey: .word)
        try object.encode(count.articles, forKey: .articles)
    }
}
