/// Text of a dump, made harmless for a terminal.
enum TerminalText {
    /// The text on one line, each control character shown as a picture of itself.
    ///
    /// Escape sequences could recolour, retitle or rewrite a terminal, and marks of direction could make it show
    /// another text than the one that is stored.
    static func plain(_ text: String) -> String {
        escape(text) { _ in false }
    }

    /// The same, with its lines kept.
    static func lines(_ text: String) -> String {
        escape(text) { $0 == "\n" }
    }

    private static func escape(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: { isHarmful($0) && !isKept($0) }) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            safe.append(isHarmful(scalar) && !isKept(scalar) ? picture(of: scalar) : scalar)
        }
        return String(safe)
    }

    /// Whether a terminal would do something else than show it.
    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: "\u{FFFD}"
        }
    }
}
