import NewsArchive

/// What `related` prints for a reader.
enum RelatedText {
    private static let mostShown = 8

    static func text(_ related: [RelatedArticle], style: TextStyle) -> String {
        related.map { one in
            let shared = TerminalText.plain(shared(one.sharedWords))
            return SearchText.text(one.article, style: style) + "  " + style.dim("shares \(shared)") + "\n"
        }.joined(separator: "\n")
    }

    private static func shared(_ words: [String]) -> String {
        let shown = words.prefix(mostShown).joined(separator: ", ")
        return words.count > mostShown ? "\(shown) and \(words.count - mostShown) more" : shown
    }
}
