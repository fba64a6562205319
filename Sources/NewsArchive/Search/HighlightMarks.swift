/// The marks that FTS5 is told to put around what matched, and their way back to ranges.
///
/// A text could contain any marks that are known before; these are drawn anew for each search.
struct HighlightMarks {
    let opening: String
    let closing: String

    init() {
        var random = SystemRandomNumberGenerator()
        let nonce = String(random.next(), radix: 36) + String(random.next(), radix: 36)
        opening = "\u{2}\(nonce)("
        closing = "\u{2}\(nonce))"
    }

    /// The text without the marks, and the ranges that they were around.
    func read(_ marked: String) -> HighlightedText {
        let mark = Array(opening.utf8.dropLast())
        let bytes = Array(marked.utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var highlights: [Range<Int>] = []
        var start: Int?
        var position = 0
        while position < bytes.count {
            guard bytes[position] == mark[0], bytes[position...].starts(with: mark),
                position + mark.count < bytes.count
            else {
                text.append(bytes[position])
                position += 1
                continue
            }
            if bytes[position + mark.count] == UInt8(ascii: "(") {
                start = text.count
            } else if let opened = start, opened < text.count {
                highlights.append(opened..<text.count)
                start = nil
            }
            position += mark.count + 1
        }
        return HighlightedText(text: String(decoding: text, as: UTF8.self), highlights: highlights)
    }
}
