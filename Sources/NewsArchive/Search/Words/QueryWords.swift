import NewsArchiveSQLite

/// The words of a query's text, which can be replaced without touching what stands between them.
struct QueryWords {
    /// The words, folded.
    let texts: [String]

    private let text: String
    private let ranges: [Range<Int>]

    init(_ text: String) {
        self.text = text
        let tokens = Tokenizer.tokens(of: text, inQuery: true)
        texts = tokens.map(\.text)
        ranges = tokens.map(\.range)
    }

    /// The text with other words; those that are the same stay as they were written.
    func replaced(by words: [String]) -> String {
        let bytes = Array(text.utf8)
        var replaced: [UInt8] = []
        var position = 0
        for (number, word) in words.enumerated() where word != texts[number] {
            // Pairs of a script without spaces overlap. They have no other forms.
            guard ranges[number].lowerBound >= position else { continue }
            replaced += bytes[position..<ranges[number].lowerBound]
            replaced += word.utf8
            position = ranges[number].upperBound
        }
        replaced += bytes[position...]
        return String(decoding: replaced, as: UTF8.self)
    }
}
