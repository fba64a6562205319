import NewsArchive

extension Passage {
    /// The text, with an ellipsis where the body goes on.
    var textWithEllipses: String { withEllipses(text) }

    /// What was made of the text, with an ellipsis where the body goes on.
    func withEllipses(_ shown: String) -> String {
        (isAtStart ? "" : "…") + shown + (isAtEnd ? "" : "…")
    }
}
