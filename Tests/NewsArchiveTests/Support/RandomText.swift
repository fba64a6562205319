/// Texts that somebody might type, or a program might send, by mistake or on purpose; the same for the same seed.
struct RandomText {
    private static let pieces = [
        "\"", "“", "”", "„", "«", "»", "*", "(", ")", "-", "--", ":", " ", " ", "~", "~5", "\"~9",
        "~99999999999999999999",
        "OR", "AND", "NOT", " OR ", " AND ", " NOT ", "headline:", "body:", "HEADLINE:", "since:", "until:",
        "on:",
        "source:", "views:", "views:>", "views:<", "views:1..", "..", ">=", "2025", "2025-02", "1.2.2025",
        "31.02.2025", "0",
        "99999999999999999999", "ferry", "number", "ferr*", "Sa'ar", "covid-19", "京", "京京", "北京市", "é",
        "e\u{301}", "ß",
    ]
    private static let operators = [
        "NEAR(", "NEAR", ", 5)", "^", "+", "{headline}", "{headline body} :", "- body :", "\"", "*", "AND",
        "OR", "NOT", "(",
        ")", "''", "\"\"", ":", "\0", "?1", ";", "--", "/*", "ferry", "rank", "article_search", "%", "\\",
    ]
    // Controls, combining marks, joiners, directions, selectors, surrogates' neighbours, private use, the last of all.
    private static let ranges: [ClosedRange<UInt32>] = [
        0...0x1F, 0x7F...0xA0, 0xC0...0x24F, 0x300...0x36F, 0x370...0x4FF, 0x590...0x6FF, 0xE00...0xE7F,
        0x1100...0x11FF,
        0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x4E40, 0xAC00...0xAC40, 0xD7F0...0xD7FF, 0xE000...0xE010,
        0xF900...0xF920, 0xFB00...0xFB10, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFF00...0xFFFF,
        0x1F300...0x1F3FF,
        0x20000...0x20020, 0xE0100...0xE0120, 0x10FFF0...0x10FFFF,
    ]

    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// Another text.
    mutating func text() -> String {
        let count = Int.random(in: 0...18, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            return String(
                decoding: (0..<count * 2).map { _ in UInt8.random(in: 32...126, using: &random) },
                as: UTF8.self)
        case 1:
            return String(
                decoding: (0..<count * 2).map { _ in UInt8.random(in: 0...255, using: &random) },
                as: UTF8.self)
        case 2: return joined(count) { $0.scalar() }
        case 3: return joined(count) { Self.operators.randomElement(using: &$0.random) }
        case 4: return joined(count) { Self.pieces.randomElement(using: &$0.random) }
        default:
            return joined(count) { text in
                switch Int.random(in: 0..<3, using: &text.random) {
                case 0: text.scalar()
                case 1: Self.operators.randomElement(using: &text.random)
                default: Self.pieces.randomElement(using: &text.random)
                }
            }
        }
    }

    /// A number that a test may choose by.
    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func joined(_ count: Int, _ piece: (inout Self) -> String?) -> String {
        (0..<count).compactMap { _ in piece(&self) }.joined()
    }

    private mutating func scalar() -> String? {
        Self.ranges.randomElement(using: &random)
            .flatMap { Unicode.Scalar(UInt32.random(in: $0, using: &random)) }
            .map { String(Character($0)) }
    }
}
