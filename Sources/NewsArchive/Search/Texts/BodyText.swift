/// A body as words and what stands between them: where it can be cut without hurting a word.
struct BodyText {
    /// More bytes than this are no passage, whatever the words are.
    static let longest = 1200

    private static let margin = 160
    // What joins two words of the index to one of the reader: Sa'ar, U.S., 12:21, covid-19.
    private static let joints: Set<Unicode.Scalar> = [
        "'", "’", "‘", "ʼ", "`", "´", "′", ".", ",", ":", "-", "\u{2010}", "\u{2011}", "–", "_", "/", "@",
        "&", "·",
    ]
    private static let sentenceEnds: Set<Unicode.Scalar> = [".", "!", "?", "…"]
    private static let wideSentenceEnds: Set<Unicode.Scalar> = ["。", "！", "？", "\n"]
    // More of them are ornament.
    private static let mostJoined = 8

    private let bytes: [UInt8]
    private let words: [Range<Int>]

    /// - Parameter words: the bytes that its words come from.
    init(_ bytes: [UInt8], words: [Range<Int>]) {
        self.bytes = bytes
        self.words = words
    }

    var wordCount: Int { words.count }

    /// How many bytes some words take with what stands between them.
    func length(of range: Range<Int>) -> Int {
        words[range.upperBound - 1].upperBound - words[range.lowerBound].lowerBound
    }

    /// Whether a sentence or a paragraph begins with a word.
    func isSentence(at word: Int) -> Bool {
        guard word > 0 else { return true }
        if let byte = singleByte(before: word) { return byte == UInt8(ascii: "\n") }
        var hasEnd = false
        for scalar in gap(before: word) {
            if Self.wideSentenceEnds.contains(scalar) { return true }
            if hasEnd, scalar.properties.isWhitespace { return !isSmall(word) }
            hasEnd = hasEnd || Self.sentenceEnds.contains(scalar)
        }
        return false
    }

    /// The bytes of some words, with the punctuation that belongs to them.
    func range(of passage: Range<Int>) -> Range<Int> {
        var (first, end) = (passage.lowerBound, passage.upperBound)
        for _ in 0..<Self.mostJoined where first > 0 && isJoined(first) { first -= 1 }
        for _ in 0..<Self.mostJoined where end < words.count && isJoined(end) { end += 1 }
        let range = start(first)..<self.end(end)
        guard range.count > 2 * Self.longest else { return range }
        return range.lowerBound..<Self.boundary(in: bytes, upTo: range.lowerBound + Self.longest)
    }

    /// The beginning of a body that has nothing to show, up to a space where there is one.
    static func beginning(of bytes: [UInt8]) -> Range<Int> {
        let text = String(decoding: bytes.prefix(longest), as: UTF8.self)
        guard let cut = text.index(text.startIndex, offsetBy: margin, limitedBy: text.endIndex),
            cut < text.endIndex
        else {
            return bytes.count <= longest ? 0..<bytes.count : 0..<boundary(in: bytes, upTo: longest)
        }
        let half = text.index(text.startIndex, offsetBy: margin / 2)
        let space = text[half...cut].lastIndex(where: \.isWhitespace) ?? cut
        return 0..<text[..<space].utf8.count
    }
}

extension BodyText {
    // Most words have a space before them, which says nothing.
    private func singleByte(before word: Int) -> UInt8? {
        let start = words[word - 1].upperBound
        return words[word].lowerBound == start + 1 && bytes[start] < 0x80 ? bytes[start] : nil
    }

    private func gap(before word: Int) -> String.UnicodeScalarView {
        let start = words[word - 1].upperBound
        return scalars(start..<max(start, words[word].lowerBound))
    }

    private func scalars(_ range: Range<Int>) -> String.UnicodeScalarView {
        String(decoding: bytes[range], as: UTF8.self).unicodeScalars
    }

    private func isSmall(_ word: Int) -> Bool {
        scalars(words[word]).first.map { $0.properties.isLowercase } ?? false
    }

    private func isJoined(_ word: Int) -> Bool {
        if scalars(words[word]).first.map(\.properties.isGraphemeExtend) == true { return true }
        let gap = gap(before: word).filter { !$0.properties.isGraphemeExtend }
        return gap.count == 1 && gap.allSatisfy(Self.joints.contains)
    }

    private func start(_ word: Int) -> Int {
        let start = words[word].lowerBound
        if word == 0, start <= Self.margin { return 0 }
        let before = word == 0 ? 0 : min(words[word - 1].upperBound, start)
        let opening = scalars(before..<start).reversed().prefix(Self.mostJoined).prefix { $0.opensWord }
        return start - opening.reduce(0) { $0 + UTF8.width($1) }
    }

    private func end(_ end: Int) -> Int {
        let last = words[end - 1].upperBound
        if end == words.count, bytes.count - last <= Self.margin { return bytes.count }
        let after = end == words.count ? bytes.count : max(last, words[end].lowerBound)
        let closing = scalars(last..<after).prefix(Self.mostJoined).prefix { $0.closesWord }
        return last + closing.reduce(0) { $0 + UTF8.width($1) }
    }

    private static func boundary(in bytes: [UInt8], upTo limit: Int) -> Int {
        var end = min(limit, bytes.count)
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

extension Unicode.Scalar {
    fileprivate var opensWord: Bool {
        switch properties.generalCategory {
        case .openPunctuation, .initialPunctuation, .currencySymbol: true
        default: "\"'#@+-−¿¡„".unicodeScalars.contains(self)
        }
    }

    fileprivate var closesWord: Bool {
        switch properties.generalCategory {
        case .closePunctuation, .finalPunctuation, .initialPunctuation, .currencySymbol: true
        default: properties.isGraphemeExtend || "\"'.!?…。！？%°".unicodeScalars.contains(self)
        }
    }
}
