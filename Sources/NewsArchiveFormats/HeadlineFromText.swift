/// A headline for a record that has none.
package enum HeadlineFromText {
    /// The most characters that such a headline has, its ellipsis aside.
    static let maximumCharacters = 120

    /// The first line of a text, cut after a word where it is long; empty when there is no text.
    package static func make(_ body: ParsedText) -> String {
        // A character has 4 bytes, and more with accents that stand alone: no look at a whole body.
        let start = body.utf8.prefix(maximumCharacters * 32)
        let line = start.prefix { $0 != UInt8(ascii: "\n") }
        let characters = String(decoding: line, as: UTF8.self)
        guard characters.count > maximumCharacters else { return characters }
        let cut = characters.prefix(maximumCharacters)
        let next = characters[cut.endIndex]
        let word = next == " " ? cut : cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        let end = word.lastIndex { !" ,;:–—-".contains($0) }
        return (end.map { String(word[...$0]) } ?? String(cut)) + "…"
    }
}
