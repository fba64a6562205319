import NewsArchive

/// How a reader is shown what changed in a text: the words set off, and long parts that did not change left out.
struct DifferenceText {
    /// How many characters of what was kept are shown before and behind a change.
    private static let context = 80

    private let style: TextStyle
    private var shown = ""

    /// The text of a difference.
    ///
    /// - Parameter isElided: Whether long parts that did not change are left out.
    static func text(_ difference: TextDifference, style: TextStyle, isElided: Bool = true) -> String {
        var text = DifferenceText(style: style)
        let runs = difference.runs
        for (index, run) in runs.enumerated() {
            let isReplaced = run.kind == .added && index > 0 && runs[index - 1].kind == .removed
            switch run.kind {
            case .kept where isElided:
                text.shown += TerminalText.lines(
                    elided(run.text, isFirst: index == 0, isLast: index + 1 == runs.count))
            case .kept: text.shown += TerminalText.lines(run.text)
            case .removed: text.change(run.text, mark: style.removed, breaksLines: false)
            case .added:
                if isReplaced, text.isBetweenWords(runs, index) { text.shown += " " }
                text.change(run.text, mark: style.added, breaksLines: true)
            }
        }
        return text.shown
    }

    private init(style: TextStyle) {
        self.style = style
    }

    // What replaces a word stands apart from it, unless there was no space before it either: a comma, a script without spaces.
    private func isBetweenWords(_ runs: [TextDifference.Run], _ index: Int) -> Bool {
        guard index > 1 else { return true }
        return runs[index - 2].text.last?.isWhitespace ?? true
    }

    /// White space at the ends stands outside of the marks, each line in marks of its own.
    private mutating func change(_ text: String, mark: (String) -> String, breaksLines: Bool) {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else {
            shown += mark(Self.pictures(text))
            if breaksLines, text.contains(where: \.isNewline) { shown += "\n" }
            return
        }
        shown += TerminalText.lines(String(text[..<first]))
        let words = String(text[first...last])
        let isVisible = words.unicodeScalars.contains { !Self.isInvisible($0) }
        let lines = (isVisible ? words : Self.pictures(words)).split(
            separator: "\n", omittingEmptySubsequences: false)
        shown += lines.map { $0.isEmpty ? "" : mark(TerminalText.plain(String($0))) }.joined(separator: "\n")
        shown += TerminalText.lines(String(text[text.index(after: last)...]))
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }

    /// What cannot be seen, but is all that changed: white space, a zero-width space, a soft hyphen.
    private static func pictures(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            if scalar == "\n" { return "¶" }
            if scalar.properties.isWhitespace { return "␣" }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }.joined()
    }

    /// What is next to a change, and an ellipsis for the rest.
    private static func elided(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let start = isFirst ? "" : beginning(of: text)
        let end = isLast ? "" : ending(of: text)
        guard start.utf8.count + end.utf8.count + context < text.utf8.count else { return text }
        return start + "…" + end
    }

    private static func beginning(of text: String) -> Substring {
        let start = text.prefix(context)
        guard start.endIndex < text.endIndex, let space = start.lastIndex(where: \.isWhitespace) else {
            return start
        }
        return start[...space]
    }

    private static func ending(of text: String) -> Substring {
        let end = text.suffix(context)
        guard end.startIndex > text.startIndex, let space = end.firstIndex(where: \.isWhitespace) else {
            return end
        }
        return end[space...]
    }
}
