import NewsArchiveSQLite

/// What somebody typed, read as words, phrases and beginnings of words. Every text has a reading; none is an error.
///
/// - `word`: articles with that word. Several parts must all match.
/// - `"some words"`: the words next to each other. An open quote ends with the text; “these” and „these“ are quotes.
/// - `word*`: words that begin so.
///
/// Everything else is what separates words: `covid-19` is the phrase "covid 19", and `50%` is 50.
struct TypedQuery: Equatable {
    /// One part of a query.
    struct Part: Equatable {
        let text: String
        let isPrefix: Bool
    }

    private(set) var parts: [Part] = []

    init(_ typed: String) {
        var text = ""
        var isPhrase = false
        for character in typed {
            if Self.quotes.contains(character) {
                add(text, isPhrase: isPhrase)
                text = ""
                isPhrase.toggle()
            } else if !isPhrase, character.isWhitespace {
                add(text, isPhrase: false)
                text = ""
            } else {
                text.append(character)
            }
        }
        add(text, isPhrase: isPhrase)
    }

    /// The query in the language of FTS5; nil when there is no word in it.
    ///
    /// Each part is a string of FTS5 (https://www.sqlite.org/fts5.html#fts5_strings), in which nothing but the quote
    /// means anything. A NUL would end the whole.
    var match: String? {
        guard !parts.isEmpty else { return nil }
        return parts.map { part in
            let text = part.text.map { $0 == "\0" ? " " : $0 == "\"" ? "\"\"" : String($0) }.joined()
            return "\"\(text)\"\(part.isPrefix ? " *" : "")"
        }.joined(separator: " ")
    }

    private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

    private mutating func add(_ text: String, isPhrase: Bool) {
        let words = Tokenizer.tokens(of: text, inQuery: true)
        guard let last = words.last else { return }
        // The index knows a single character of such a script as the beginning of a pair.
        let isPrefix = (!isPhrase && text.hasSuffix("*")) || last.isSingleIdeograph
        parts.append(Part(text: text, isPrefix: isPrefix))
    }
}
