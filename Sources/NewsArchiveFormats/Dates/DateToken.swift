/// A part of a date as it is written: a number, a word or a mark between them.
struct DateToken {
    enum Kind: Equatable {
        case number(Int)
        /// In lower case, without accents: "marz" for "März".
        case word(String)
        /// Punctuation; 0 for what no date is written with.
        case mark(UInt8)
    }

    let kind: Kind
    /// How many digits a number has.
    let digits: Int
    /// Whether no space stands between it and what comes before it.
    let isAdjacent: Bool

    /// More tokens than this are a sentence and no date.
    static let maximumCount = 40
    /// So are more bytes.
    static let maximumBytes = 200

    var number: Int? { if case .number(let number) = kind { number } else { nil } }

    var word: String? { if case .word(let word) = kind { word } else { nil } }

    func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: mark)) }

    /// The parts of a text, without what stands in parentheses; nil when it cannot be a date.
    static func tokens(of text: some Collection<UInt8>) -> [DateToken]? {
        guard text.count <= maximumBytes else { return nil }
        var cutter = DateTokenCutter()
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard cutter.add(scalar) else { return nil }
        }
        cutter.close()
        return cutter.tokens
    }
}

/// Cuts a date into its parts, character by character.
private struct DateTokenCutter {
    private(set) var tokens: [DateToken] = []
    private var number = 0
    private var digits = 0
    private var word = ""
    private var isAdjacent = true
    // RFC 5322, 3.2.2: a comment may hold comments.
    private var depth = 0

    init() {
        tokens.reserveCapacity(16)
    }

    /// False when there are more parts, or longer ones, than a date has.
    mutating func add(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "(" || scalar == "（" { depth += 1 }
        if depth > 0 {
            if scalar == ")" || scalar == "）" { depth -= 1 }
            close()
            isAdjacent = false
            return true
        }
        switch scalar {
        case "0"..."9":
            closeWord()
            number = number * 10 + Int(scalar.value - 0x30)
            digits += 1
            return digits <= 17
        case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{2009}", "\u{3000}":
            close()
            isAdjacent = false
        case "\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}": break
        default: addOther(scalar)
        }
        return tokens.count <= DateToken.maximumCount
    }

    private mutating func addOther(_ scalar: Unicode.Scalar) {
        if word.isEmpty, digits > 0 || tokens.last?.number != nil, DateWords.unitsOfTime.contains(scalar) {
            close()
            append(.word(String(Character(scalar))))
            return
        }
        closeNumber()
        if !DateWords.add(scalar, to: &word) {
            closeWord()
            append(.mark(mark(scalar)))
        }
    }

    private func mark(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar {
        case "−", "–", "—", "‐", "‑": UInt8(ascii: "-")
        case "，", "、", "،": UInt8(ascii: ",")
        case "：": UInt8(ascii: ":")
        case "·", "•": UInt8(ascii: "|")
        default: scalar.isASCII ? UInt8(scalar.value) : 0
        }
    }

    mutating func close() {
        closeNumber()
        closeWord()
    }

    private mutating func closeNumber() {
        guard digits > 0 else { return }
        append(.number(number), digits: digits)
        number = 0
        digits = 0
    }

    private mutating func closeWord() {
        guard !word.isEmpty else { return }
        append(.word(word))
        word = ""
    }

    private mutating func append(_ kind: DateToken.Kind, digits: Int = 0) {
        tokens.append(DateToken(kind: kind, digits: digits, isAdjacent: isAdjacent))
        isAdjacent = true
    }
}
