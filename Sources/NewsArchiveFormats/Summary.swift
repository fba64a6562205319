/// The shorter text that a record may have beside its body.
enum Summary {
    /// The summary, where it says what the body does not begin with; empty otherwise.
    ///
    /// White space and an ellipsis at the summary's end do not count: most summaries are the body, cut off.
    static func beside(_ body: ParsedText, _ summary: ParsedText) -> ParsedText {
        isBeginning(withoutEllipsis(summary.utf8), of: body.utf8) ? ParsedText() : summary
    }

    private static func isBeginning(_ start: ArraySlice<UInt8>, of body: [UInt8]) -> Bool {
        var place = 0
        for byte in start where !byte.isBlank {
            while place < body.count, body[place].isBlank { place += 1 }
            guard place < body.count, body[place] == byte else { return false }
            place += 1
        }
        return true
    }

    private static func withoutEllipsis(_ text: [UInt8]) -> ArraySlice<UInt8> {
        let endings = ["[…]", "[...]", "(…)", "(...)", "…", "..."]
        var rest = text[...]
        while let last = rest.last, last.isBlank { rest.removeLast() }
        for ending in endings where rest.count >= ending.utf8.count {
            if rest.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
                return rest.dropLast(ending.utf8.count)
            }
        }
        return rest
    }
}
