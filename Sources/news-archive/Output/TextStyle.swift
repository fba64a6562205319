import FoundationEssentials
import Glibc
import NewsArchive

/// Whether and how words are set off on a terminal.
struct TextStyle {
    let isOn: Bool

    /// On when standard output is a terminal that takes colours, and NO_COLOR (https://no-color.org) is not set.
    static var standardOutput: TextStyle {
        let environment = ProcessInfo.processInfo.environment
        let isWanted = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        return TextStyle(isOn: isWanted && isatty(STDOUT_FILENO) == 1)
    }

    func bold(_ text: String) -> String { wrap(text, "1", "22") }
    func dim(_ text: String) -> String { wrap(text, "2", "22") }

    /// Words that were taken out, on one line: struck through, or as wdiff marks them.
    func removed(_ text: String) -> String { isOn ? wrap(text, "9;31", "29;39") : "[-\(text)-]" }

    /// Words that were put in, on one line.
    func added(_ text: String) -> String { isOn ? wrap(text, "1;32", "22;39") : "{+\(text)+}" }

    /// A passage on one line, with what matched set off.
    func marked(_ passage: Passage) -> String {
        passage.withEllipses(marked(passage.text, passage.highlights, on: "1;33", off: "22;39"))
    }

    /// A text on one line, in bold, with what matched set off by colour.
    func boldMarked(_ text: HighlightedText) -> String {
        bold(marked(text.text, text.highlights, on: "33", off: "39"))
    }

    private func marked(_ text: String, _ highlights: [Range<Int>], on: String, off: String) -> String {
        let bytes = Array(text.utf8)
        var out = ""
        var position = 0
        for range in highlights where range.lowerBound >= position && range.upperBound <= bytes.count {
            out += plain(bytes[position..<range.lowerBound])
            out += wrap(plain(bytes[range]), on, off)
            position = range.upperBound
        }
        return out + plain(bytes[position...])
    }

    private func plain(_ bytes: ArraySlice<UInt8>) -> String {
        TerminalText.plain(String(decoding: bytes, as: UTF8.self))
    }

    private func wrap(_ text: String, _ on: String, _ off: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(on)m\(text)\u{1B}[\(off)m" : text
    }
}
