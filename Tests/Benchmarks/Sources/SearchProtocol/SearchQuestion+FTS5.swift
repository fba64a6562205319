extension SearchQuestion {
    /// The words in the query language of FTS5.
    package var fts5Match: String {
        switch match {
        case .word, .phrase: "\"\(words.joined(separator: " "))\""
        case .all: words.map { "\"\($0)\"" }.joined(separator: " AND ")
        case .any: words.map { "\"\($0)\"" }.joined(separator: " OR ")
        case .beginning: "\"\(words.joined())\" *"
        }
    }
}
