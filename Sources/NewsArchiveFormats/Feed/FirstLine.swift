/// A headline for a text that has none.
enum FirstLine {
    private static let longest = 120

    /// The first line of a text, cut after a word where it is longer than 120 characters; nil when there is none.
    static func headline(of text: [UInt8]) -> String? {
        let line = HeadlineRepair.repair(text.prefix { $0 != UInt8(ascii: "\n") }.prefix(longest * 16))
        guard !line.isEmpty else { return nil }
        let string = String(decoding: line, as: UTF8.self)
        guard let end = string.index(string.startIndex, offsetBy: longest, limitedBy: string.endIndex),
            end < string.endIndex
        else { return string }
        let start = string[..<string.index(before: end)]
        guard let space = start.lastIndex(of: " "), space > start.startIndex else { return start + "…" }
        return start[..<space] + "…"
    }
}
